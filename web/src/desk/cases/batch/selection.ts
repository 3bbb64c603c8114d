import { ref, type Ref } from 'vue'

export interface Selection {
  ids: Ref<Set<string>>
  /** Takes one in or out; with `range` all between it and the last one touched become as it. */
  toggle: (id: string, range?: boolean) => void
  all: () => void
  none: () => void
}

/** Which rows of a list are selected; a range follows the order of the list as it stands now. */
export function useSelection(order: () => string[], most: number): Selection {
  const ids = ref(new Set<string>())
  let anchor = ''

  function between(id: string): string[] {
    const all = order()
    const from = all.indexOf(anchor)
    const to = all.indexOf(id)
    if (from < 0 || to < 0) return [id]
    return all.slice(Math.min(from, to), Math.max(from, to) + 1)
  }

  return {
    ids,
    toggle(id, range = false) {
      const now = new Set(ids.value)
      const into = range ? ids.value.has(anchor) || !ids.value.has(id) : !ids.value.has(id)
      for (const one of range ? between(id) : [id]) {
        if (!into) now.delete(one)
        else if (now.size < most) now.add(one)
      }
      anchor = id
      ids.value = now
    },
    all() {
      ids.value = new Set(order().slice(0, most))
    },
    none() {
      anchor = ''
      ids.value = new Set()
    },
  }
}
