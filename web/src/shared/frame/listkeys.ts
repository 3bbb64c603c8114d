import { onBeforeUnmount, onMounted } from 'vue'

interface ListKeys {
  count: () => number
  /** Index of the row that is open or has the focus; -1 if none. */
  current: () => number
  go: (index: number) => void
  acknowledge?: () => void
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** j and k walk a list, a acknowledges; never while somebody types. */
export function useListKeys(keys: ListKeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'j') keys.go(Math.min(keys.current() + 1, keys.count() - 1))
    else if (event.key === 'k') keys.go(Math.max(keys.current() - 1, 0))
    else if (event.key === 'a' && keys.acknowledge) keys.acknowledge()
    else return
    event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))
}

/** The index of the row whose link has the focus. */
export function focusedRow(): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]')
  return row ? Number(row.dataset.index) : -1
}
