import { onBeforeUnmount, onMounted } from 'vue'

export interface CallKeys {
  file: () => void
  field: (number: number) => void
  takeKind: () => void
  join: () => void
  move: (by: number) => void
  next: () => void
}

/** The deed of a key; by its place on the keyboard, because Alt changes what it writes. */
export function deedOf(event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>, keys: CallKeys): (() => void) | undefined {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'Enter') return keys.file
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (digit) return () => keys.field(Number(digit))
  const deeds: Record<string, () => void> = {
    KeyK: keys.takeKind,
    KeyJ: keys.join,
    KeyN: keys.next,
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
  }
  return deeds[event.code]
}

/** The keys of a call, also while somebody types. */
export function useCallKeys(keys: CallKeys): void {
  function onKey(event: KeyboardEvent): void {
    const deed = deedOf(event, keys)
    if (!deed) return
    event.preventDefault()
    deed()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))
}
