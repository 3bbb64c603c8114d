import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
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
  send: (parcel: Parcel) => Promise<Carried>
  /** Everything that waits, once more. */
  again: () => Promise<void>
  forget: (parcel: Parcel) => Promise<void>
}

/** Sends reports, and sends again what got no answer: now and then, and as soon as the connection is back. */
export function useSending(owner: () => string): Sending {
  const kept = shallowRef<Parcel[]>([])
  const photo = ref<{ at: number; of: number; share: number }>()
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
      const carried = await outbox.again(parcel)
      // Without a connection the others would get no answer either.
      if (!carried.parcel.receipt && !carried.parcel.fault) break
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
  return { kept, photo, send, again, forget }
}
