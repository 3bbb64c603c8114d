import { onScopeDispose, ref, type Ref } from 'vue'

export interface Live {
  /** False while the connection is being made again. */
  connected: Ref<boolean>
}

interface Hooks<T> {
  /** One message of the topic. */
  on: (payload: T) => void
  /** The connection came back: what was missed has to be read again. */
  back?: () => void
  /** False for who may not follow the topic. */
  when?: boolean
}

const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/**
 * Follows a server-sent topic for as long as the component lives. A hidden page lets go of its
 * connection (browsers allow six per server) and catches up when it is seen again.
 */
export function useLive<T>(url: () => string, topic: string, hooks: Hooks<T>): Live {
  const connected = ref(true)
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT
  let missed = false

  function open(): void {
    close()
    const mine = (source = new EventSource(url()))
    mine.onopen = () => {
      connected.value = true
      wait = FIRST_WAIT
      if (missed) hooks.back?.()
      missed = false
    }
    mine.addEventListener(topic, (event) => hooks.on(JSON.parse((event as MessageEvent).data) as T))
    mine.onerror = () => {
      missed = true
      connected.value = false
      close()
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }

  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  function seenOrHidden(): void {
    if (hooks.when === false) return
    if (document.hidden) {
      missed = true
      close()
    } else if (!source) {
      open()
    }
  }

  document.addEventListener('visibilitychange', seenOrHidden)
  if (!document.hidden && hooks.when !== false) open()
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seenOrHidden)
    close()
  })
  return { connected }
}
