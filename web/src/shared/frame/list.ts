import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import type { Page } from '../http/client'
import { useLive } from '../http/live'
import { usePages, type Pages } from '../http/pages'
import { may } from '../session'
import { useFilters } from './filters'
import { focusedRow, useListKeys } from './listkeys'

/** The part of a list on the screen that can be scrolled. */
export interface Rows {
  focusRow: (index: number) => Promise<void>
  toTop: () => void
}

interface LivePlan<T, F> {
  url: () => string
  topic: string
  right: string
  /** Whether a thing that is not shown belongs to the list as it is filtered now. */
  fits: (item: T, filters: F) => boolean
}

export interface ListPlan<T, F extends Record<string, string>> {
  /** The name of the route, and of its parameter that holds the key of the open thing. */
  route: string
  param?: string
  /** Each filter at the value that is left out of the address. */
  filters: F
  read: (filters: F, cursor: string | undefined) => Promise<Page<T>>
  keyOf: (item: T) => string
  live?: LivePlan<T, F>
  /** Where the list as it is filtered comes as an Excel file. */
  xlsx?: (filters: F) => string
  /** What the key `a` does to the open or focused row. */
  acknowledge?: (item: T) => void
}

export interface ListFrame<T> {
  pages: Pages<T>
  keyOf: (item: T) => string
  /** Key of the thing that is open, empty if none. */
  chosen: ComputedRef<string>
  /** Where a row leads; without an item, the list alone. The filters stay in the address. */
  to: (item?: T) => RouteLocationRaw
  /** New things that wait until somebody wants to see them. */
  waiting: Ref<T[]>
  showWaiting: () => void
  atTop: Ref<boolean>
  /** Bind to `:ref` of the rows. */
  holdRows: (rows: unknown) => void
  connected: Ref<boolean>
  xlsx: ComputedRef<string | undefined>
}

export interface List<T, F> extends ListFrame<T> {
  filters: F
  /** Bind to `:ref` of the detail: it is read again when its thing changes elsewhere. */
  holdDetail: (detail: unknown) => void
  reloadDetail: () => void
}

/**
 * One list of the desk: filters and the open thing in the address, pages by cursor, keys j and k,
 * changes from the server in their place and new things at the top, or waiting while somebody is
 * in the middle of the list.
 */
export function useList<T, F extends Record<string, string>>(plan: ListPlan<T, F>): List<T, F> {
  const route = useRoute()
  const router = useRouter()
  const param = plan.param ?? 'id'
  const filters = useFilters<F>(plan.filters)
  const chosen = computed(() => String(route.params[param] ?? ''))
  const atTop = ref(true)
  const waiting = ref([]) as Ref<T[]>
  let rows: Rows | undefined
  let detail: { reload?: () => unknown } | undefined
  const reloadDetail = () => void detail?.reload?.()

  const pages = usePages<T, F>(
    () => ({ ...filters }),
    (asked, cursor) => {
      if (!cursor) waiting.value = []
      return plan.read(asked, cursor)
    },
    plan.keyOf,
  )

  function to(item?: T): RouteLocationRaw {
    const here = route.name === plan.route
    return {
      name: plan.route,
      params: item === undefined ? {} : { [param]: plan.keyOf(item) },
      query: here ? route.query : {},
    }
  }

  function onChange(item: T): void {
    const key = plan.keyOf(item)
    if (key === chosen.value) reloadDetail()
    if (pages.replace(item)) return
    const others = waiting.value.filter((one) => plan.keyOf(one) !== key)
    const fits = plan.live!.fits(item, filters)
    if (fits && atTop.value && !chosen.value) pages.putFirst([item])
    else waiting.value = fits ? [item, ...others] : others
  }

  /** After a break of the connection: read anew if nobody is in the middle of the list. */
  async function catchUp(): Promise<void> {
    if (atTop.value) await pages.reload()
    reloadDetail()
  }

  const connected = plan.live
    ? useLive<T>(plan.live.url, plan.live.topic, {
        on: onChange,
        back: () => void catchUp(),
        when: may(plan.live.right),
      }).connected
    : ref(true)

  function showWaiting(): void {
    pages.putFirst(waiting.value)
    waiting.value = []
    rows?.toTop()
  }

  function current(): number {
    const open = pages.items.value.findIndex((item) => plan.keyOf(item) === chosen.value)
    return open >= 0 ? open : focusedRow()
  }

  function go(index: number): void {
    const item = pages.items.value[index]
    if (item === undefined) return
    void rows?.focusRow(index)
    if (chosen.value) void router.replace(to(item))
  }

  useListKeys({
    count: () => pages.items.value.length,
    current,
    go,
    acknowledge: plan.acknowledge && (() => {
      const item = pages.items.value[current()]
      if (item !== undefined) plan.acknowledge!(item)
    }),
  })

  return {
    filters,
    holdDetail(held) {
      detail = (held as typeof detail) ?? undefined
    },
    reloadDetail,
    pages,
    keyOf: plan.keyOf,
    chosen,
    to,
    waiting,
    showWaiting,
    atTop,
    holdRows(held) {
      rows = (held as Rows | null) ?? undefined
    },
    connected,
    xlsx: computed(() => plan.xlsx?.({ ...filters })),
  }
}
