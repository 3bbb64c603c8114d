import { computed, reactive, ref, watch } from 'vue'

/** Which rows of a list are picked: some, or all that match its filters. */
export function usePick(question: () => unknown) {
  const codes = reactive(new Set<string>())
  const whole = ref(false)

  function clear(): void {
    codes.clear()
    whole.value = false
  }

  watch(() => JSON.stringify(question()), clear)
  return {
    codes,
    whole,
    clear,
    any: computed(() => whole.value || codes.size > 0),
    has: (code: string) => whole.value || codes.has(code),
    turn(code: string, on: boolean): void {
      whole.value = false
      if (on) codes.add(code)
      else codes.delete(code)
    },
  }
}
