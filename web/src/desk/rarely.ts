import { onScopeDispose } from 'vue'

/** Does the work soon after it is asked for, however often that is, at most once per `wait`. */
export function useRarely(work: () => void, wait: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      work()
    }, wait)
  }
}
