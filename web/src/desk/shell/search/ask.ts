import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { search, type HitGroup } from '@/shared/api/search'
import type { Problem } from '@/shared/http/client'
import { asProblem } from '@/shared/http/load'

const PAUSE = 150
const PER_KIND = 5
const MORE = 20

/** Asks the server soon after the last key; only the answer to the latest question is shown. */
export function useAsking(text: Ref<string>) {
  const groups = shallowRef<HitGroup[]>([])
  const problem = shallowRef<Problem>()
  const asking = ref(false)
  /** What the groups answer. */
  const answered = ref('')
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const wanted = text.value.trim().slice(0, 100)
    running?.abort()
    const mine = (running = new AbortController())
    asking.value = true
    try {
      const found = await search(wanted, PER_KIND, undefined, mine.signal)
      if (running !== mine) return
      groups.value = found.groups
      answered.value = wanted
      problem.value = undefined
    } catch (cause) {
      if (running !== mine) return
      groups.value = []
      problem.value = asProblem(cause)
    } finally {
      if (running === mine) asking.value = false
    }
  }

  /** As many of one kind as the server gives. */
  async function more(kind: string): Promise<void> {
    const mine = running
    const found = await search(answered.value, MORE, kind).catch(() => undefined)
    const whole = found?.groups.find((one) => one.kind === kind)
    if (!whole || running !== mine) return
    groups.value = groups.value.map((one) => (one.kind === kind ? { ...whole, more: false } : one))
  }

  function forget(): void {
    running?.abort()
    running = undefined
    asking.value = false
    groups.value = []
    problem.value = undefined
    answered.value = ''
  }

  watch(text, (now) => {
    clearTimeout(timer)
    if (now.trim()) {
      asking.value = true
      timer = setTimeout(() => void ask(), PAUSE)
    } else {
      forget()
    }
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })
  return { groups, problem, asking, answered, ask, more }
}
