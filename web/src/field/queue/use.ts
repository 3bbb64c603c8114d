import { computed, ref, shallowRef, watch } from 'vue'
import { drawer } from '../keep/database'
import { owner, signedOut } from '../keep/who'
import type { Entry, NewEntry } from './entry'
import { messenger } from './messenger'
import { pending, Queue } from './queue'

const AGAIN = 15_000

const queue = new Queue(drawer, messenger)

export const entries = shallowRef<Entry[]>([])
export const waiting = computed(() => pending(entries.value))
export const stuck = computed(() => waiting.value.filter((one) => one.state === 'stuck'))
export const sending = ref(false)
/** Counts what has arrived, so that pages read again what they show. */
export const arrived = ref(0)

async function look(): Promise<void> {
  const before = waiting.value.length
  entries.value = owner.value ? await queue.of(owner.value).catch(() => []) : []
  if (waiting.value.length < before) arrived.value++
}

/** Two windows of one telephone do not send at the same time. */
function alone(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request('chengshu.field.queue', { ifAvailable: true }, async (lock) => (lock ? work() : undefined)) : work()
}

export async function flush(): Promise<void> {
  if (!owner.value || sending.value) return
  sending.value = true
  try {
    await alone(async () => {
      const end = await queue.flush(owner.value)
      if (end === 'signed-out') signedOut.value = true
    })
  } finally {
    sending.value = false
    await look()
  }
}

/** Fulfilled once it is kept; sends it if that is possible. */
export async function keep(given: Omit<NewEntry, 'owner'>): Promise<Entry> {
  const entry = await queue.add({ ...given, owner: owner.value })
  await look()
  void flush()
  return entry
}

export async function again(entry: Entry, tag?: string): Promise<void> {
  await queue.again(entry, tag)
  await look()
  void flush()
}

export async function asNote(entry: Entry, note: string): Promise<void> {
  await queue.asNote(entry, note)
  await look()
  void flush()
}

export async function drop(entry: Entry): Promise<void> {
  await queue.drop(entry)
  await look()
  void flush()
}

/** Looks now and then, and as soon as there is a connection, whether something waits. */
export function startSending(): void {
  void navigator.storage?.persist?.().catch(() => undefined)
  watch(owner, () => void look().then(flush), { immediate: true })
  watch(signedOut, (out) => !out && void flush())
  addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void flush())
  setInterval(() => waiting.value.some((one) => one.state === 'waiting') && void flush(), AGAIN)
}
