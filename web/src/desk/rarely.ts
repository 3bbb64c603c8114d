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

/** Does the work again and again while the page is in view, and at once when it comes back into view. */
export function useEvery(wait: number, work: () => void): void {
  let last = Date.now()
  const turn = () => {
    if (document.hidden || Date.now() - last < wait) return
    last = Date.now()
    work()
  }
  const timer = setInterval(turn, Math.min(wait, 1000))
  document.addEventListener('visibilitychange', turn)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', turn)
  })
}
