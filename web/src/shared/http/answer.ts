import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Problem } from './client'
import { asProblem } from './load'

export interface Answer<A> {
  answer: ShallowRef<A | undefined>
  problem: ShallowRef<Problem | undefined>
  asking: Ref<boolean>
}

/** Asks the server a while after the last key; only the answer to the latest question is shown, none to no question. */
export function useAnswer<Q, A>(
  question: () => Q | undefined,
  ask: (question: Q, signal: AbortSignal) => Promise<A>,
  pause = 350,
): Answer<A> {
  const answer = shallowRef<A>()
  const problem = shallowRef<Problem>()
  const asking = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  async function put(wanted: Q): Promise<void> {
    const mine = (running = new AbortController())
    try {
      const found = await ask(wanted, mine.signal)
      if (running !== mine) return
      answer.value = found
      problem.value = undefined
    } catch (cause) {
      if (running === mine) problem.value = asProblem(cause)
    } finally {
      if (running === mine) asking.value = false
    }
  }

  function stop(): void {
    clearTimeout(timer)
    running?.abort()
    running = undefined
  }

  watch(
    () => JSON.stringify(question() ?? null),
    () => {
      stop()
      const wanted = question()
      asking.value = wanted !== undefined
      if (wanted === undefined) answer.value = problem.value = undefined
      else timer = setTimeout(() => void put(wanted), pause)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return { answer, problem, asking }
}
