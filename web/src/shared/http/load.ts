import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { Problem } from './client'

export interface Loaded<T> {
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  /** True once loading has lasted long enough to be worth showing. */
  slow: Ref<boolean>
  loading: Ref<boolean>
  /** When the data shown was read. */
  asOf: Ref<number>
  reload: () => Promise<void>
}

const PATIENCE = 150

export function asProblem(cause: unknown): Problem {
  return cause instanceof Problem ? cause : new Problem(0, 'UNEXPECTED', String(cause))
}

/**
 * Loads something and loads it again when one of `on` changes. What is shown stays until the new
 * answer is there; an answer that was overtaken by a later question is dropped.
 */
export function useLoad<T>(
  work: (signal: AbortSignal) => Promise<T>,
  on: WatchSource[] = [],
): Loaded<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  const slow = ref(false)
  const asOf = ref(0)
  let running: AbortController | undefined

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    const timer = setTimeout(() => (slow.value = running === mine), PATIENCE)
    try {
      const answer = await work(mine.signal)
      if (running !== mine) return
      data.value = answer
      problem.value = undefined
      asOf.value = Date.now()
    } catch (cause) {
      if (running === mine) problem.value = asProblem(cause)
    } finally {
      clearTimeout(timer)
      if (running === mine) loading.value = slow.value = false
    }
  }

  if (on.length) {
    watch(on, () => {
      data.value = undefined
      void reload()
    })
  }
  onScopeDispose(() => {
    running?.abort()
    running = undefined
  })
  void reload()
  return { data, problem, slow, loading, asOf, reload }
}
