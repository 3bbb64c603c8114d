import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Page, Problem } from './client'
import { asProblem } from './load'

export interface Pages<T> {
  items: ShallowRef<T[]>
  problem: ShallowRef<Problem | undefined>
  loading: Ref<boolean>
  slow: Ref<boolean>
  asOf: Ref<number>
  more: ComputedRef<boolean>
  loadMore: () => Promise<void>
  reload: () => Promise<void>
  /** Puts a newer state of a shown item in its place; false if it is not shown. */
  replace: (item: T) => boolean
  putFirst: (items: T[]) => void
}

/** A list read page by page with the server's cursor, started anew when `question` changes. */
export function usePages<T, Q>(
  question: () => Q,
  read: (question: Q, cursor: string | undefined) => Promise<Page<T>>,
  keyOf: (item: T) => string,
): Pages<T> {
  const items = shallowRef<T[]>([])
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  const slow = ref(false)
  const asOf = ref(0)
  const next = ref<string>()
  let turn = 0

  async function read1(cursor: string | undefined, keep: T[]): Promise<void> {
    const mine = ++turn
    loading.value = true
    const timer = setTimeout(() => (slow.value = turn === mine), 150)
    try {
      const page = await read(question(), cursor)
      if (turn !== mine) return
      const known = new Set(keep.map(keyOf))
      items.value = [...keep, ...page.items.filter((item) => !known.has(keyOf(item)))]
      next.value = page.next ?? undefined
      problem.value = undefined
      asOf.value = Date.now()
    } catch (cause) {
      if (turn === mine) problem.value = asProblem(cause)
    } finally {
      clearTimeout(timer)
      if (turn === mine) loading.value = slow.value = false
    }
  }

  const reload = () => read1(undefined, [])
  const loadMore = async () => {
    if (!loading.value && next.value && !problem.value) await read1(next.value, items.value)
  }

  watch(
    () => JSON.stringify(question()),
    () => {
      items.value = []
      next.value = undefined
      void reload()
    },
    { immediate: true },
  )

  return {
    items,
    problem,
    loading,
    slow,
    asOf,
    more: computed(() => next.value !== undefined),
    loadMore,
    reload,
    replace(item) {
      const at = items.value.findIndex((one) => keyOf(one) === keyOf(item))
      if (at >= 0) items.value = items.value.toSpliced(at, 1, item)
      return at >= 0
    },
    putFirst(fresh) {
      const keys = new Set(fresh.map(keyOf))
      items.value = [...fresh, ...items.value.filter((item) => !keys.has(keyOf(item)))]
    },
  }
}
