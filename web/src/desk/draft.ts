import { ref, watch, type Ref } from 'vue'

/** A text that survives leaving the page until it is sent. */
export function useDraft(key: () => string): Ref<string> {
  const name = () => `chengshu.draft.${key()}`
  const text = ref(sessionStorage.getItem(name()) ?? '')
  watch(key, () => (text.value = sessionStorage.getItem(name()) ?? ''))
  watch(text, (now) => {
    if (now) sessionStorage.setItem(name(), now)
    else sessionStorage.removeItem(name())
  })
  return text
}
