import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem } from '../http/load'
import { carrier } from './carrier'
import { Outbox, type Carried, type Parcel } from './outbox'
import { openShelf } from './shelf'

const outbox = new Outbox(openShelf(), carrier)
const AGAIN = 20_000

export interface Sending {
  /** What is kept in this browser: on its way, or taken and not noted yet. */
  kept: ShallowRef<Parcel[]>
  /** Which photo is on its way, of how many, and the share of it that is sent. */
  photo: Ref<{ at: number; of: number; share: number } | undefined>
  /** Why one that was kept was refused when it was sent again; it can be typed anew. */
  refused: ShallowRef<{ words: string; line: string }[]>
  send: (parcel: Parcel) => Promise<Carried>
  /** Everything that waits, once more. */
  again: () => Promise<void>
  forget: (parcel: Parcel) => Promise<void>
}

/** Sends reports, and sends again what got no answer: now and then, and as soon as the connection is back. */
export function useSending(owner: () => string): Sending {
  const kept = shallowRef<Parcel[]>([])
  const photo = ref<{ at: number; of: number; share: number }>()
  const refused = shallowRef<{ words: string; line: string }[]>([])
  let timer: ReturnType<typeof setInterval> | undefined
  let current = ''

  /** The parcel whose receipt is shown is not listed as kept, unless it could not go. */
  async function look(): Promise<void> {
    kept.value = (await outbox.waiting(owner())).filter((one) => one.key !== current)
  }

  async function send(parcel: Parcel): Promise<Carried> {
    current = parcel.key
    try {
      const carried = await outbox.send(parcel, (at, of, share) => (photo.value = { at, of, share }))
      if (!carried.done) current = ''
      return carried
    } finally {
      photo.value = undefined
      await look()
    }
  }

  async function again(): Promise<void> {
    for (const parcel of await outbox.waiting(owner())) {
      if (parcel.receipt && !parcel.photos.length) continue
      try {
        const carried = await outbox.send(parcel)
        // Nothing was stored of one that was taken at once: here somebody has still to read its code.
        if (carried.done) await outbox.keep(carried.parcel)
        else if (!carried.parcel.receipt) break
      } catch (cause) {
        const words = parcel.words
        refused.value = [...refused.value, { words, line: asProblem(cause).line }]
      }
    }
    await look()
  }

  async function forget(parcel: Parcel): Promise<void> {
    await outbox.forget(parcel.key)
    await look()
  }

  const onOnline = () => void again()
  onMounted(() => {
    void again()
    addEventListener('online', onOnline)
    timer = setInterval(onOnline, AGAIN)
  })
  onBeforeUnmount(() => {
    removeEventListener('online', onOnline)
    clearInterval(timer)
  })
  return { kept, photo, refused, send, again, forget }
}
