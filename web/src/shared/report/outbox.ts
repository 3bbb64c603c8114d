import type { Receipt, ReportBody } from '../api/reports'
import { asProblem } from '../http/load'

/** Where reports are sent: as somebody of the city, or as a resident. */
export type Door = 'desk' | 'resident'

/** A report that is on its way: as typed, or taken and with photos that have still to go. */
export interface Parcel {
  /** The key under which it is taken once, however often it is sent. */
  key: string
  /** Who typed it: nobody else sends or sees it. */
  owner: string
  door: Door
  body: ReportBody
  /** A few words to know it by. */
  words: string
  photos: Blob[]
  typedAt: number
  receipt?: Receipt
  /** Photos that the server refused, with its reason. */
  refused: string[]
  /** Why the server refused the report itself when it was sent again; it waits for a person. */
  fault?: string
}

/** Refusals that say nothing of what was typed: signed out, no right for now, in hand already, too much at once. */
const LATER = [401, 403, 408, 425, 429]

/** Keeps parcels where leaving the page does not lose them. */
export interface Shelf {
  all: () => Promise<Parcel[]>
  put: (parcel: Parcel) => Promise<void>
  drop: (key: string) => Promise<void>
}

export interface Carrier {
  report: (parcel: Parcel) => Promise<Receipt>
  photo: (parcel: Parcel, photo: Blob, share: (part: number) => void) => Promise<void>
}

export interface Carried {
  parcel: Parcel
  /** True once nothing of it has to be sent any more. */
  done: boolean
}

/** How far the photos of a parcel are: which one goes, of how many, and its share that is sent. */
export type Watch = (photo: number, of: number, share: number) => void

/**
 * Sends a report and its photos. What gets no answer stays on the shelf and goes again under the same key. A fresh report
 * that is refused is thrown, with the server's reason, and not kept: it still stands in its form; one from the shelf stays
 * there with the reason. A photo that is refused does not hold up the others.
 */
export class Outbox {
  readonly #shelf: Shelf
  readonly #carrier: Carrier
  #busy = new Set<string>()

  constructor(shelf: Shelf, carrier: Carrier) {
    this.#shelf = shelf
    this.#carrier = carrier
  }

  async send(parcel: Parcel, watch: Watch = () => undefined): Promise<Carried> {
    if (this.#busy.has(parcel.key)) return { parcel, done: false }
    this.#busy.add(parcel.key)
    try {
      return await this.#carry(parcel, watch)
    } finally {
      this.#busy.delete(parcel.key)
    }
  }

  /** One that is kept; when it is taken its code stays on the shelf until somebody has read it. */
  async again(parcel: Parcel): Promise<Carried> {
    if (parcel.fault) return { parcel, done: false }
    try {
      const carried = await this.send(parcel)
      if (carried.done) await this.#shelf.put(carried.parcel)
      return carried
    } catch (cause) {
      const problem = asProblem(cause)
      if (LATER.includes(problem.status) || problem.code === 'IDEMPOTENCY_KEY_IN_USE') return { parcel, done: false }
      const faulty = { ...parcel, fault: problem.line }
      await this.#shelf.put(faulty)
      return { parcel: faulty, done: false }
    }
  }

  async #carry(parcel: Parcel, watch: Watch): Promise<Carried> {
    let now = parcel
    if (!now.receipt) {
      try {
        now = { ...now, receipt: await this.#carrier.report(now) }
      } catch (cause) {
        if (!asProblem(cause).unanswered) throw cause
        await this.#shelf.put(now)
        return { parcel: now, done: false }
      }
      // The code is told once: it is kept until its photos are away and somebody has read it.
      if (now.photos.length) await this.#shelf.put(now)
    }
    return this.#carryPhotos(now, watch)
  }

  async #carryPhotos(parcel: Parcel, watch: Watch): Promise<Carried> {
    let now = parcel
    const all = parcel.photos.length
    while (now.photos.length) {
      const [photo, ...rest] = now.photos
      const at = all - rest.length
      try {
        watch(at, all, 0)
        await this.#carrier.photo(now, photo!, (share) => watch(at, all, share))
        now = { ...now, photos: rest }
      } catch (cause) {
        const problem = asProblem(cause)
        if (problem.unanswered || LATER.includes(problem.status)) {
          await this.#shelf.put(now)
          return { parcel: now, done: false }
        }
        now = { ...now, photos: rest, refused: [...now.refused, problem.line] }
      }
      await this.#shelf.put(now)
    }
    return { parcel: now, done: true }
  }

  /** Of one owner, the first typed first. */
  async waiting(owner: string): Promise<Parcel[]> {
    const all = await this.#shelf.all()
    return all.filter((parcel) => parcel.owner === owner).sort((a, b) => a.typedAt - b.typedAt)
  }

  /** Puts what was read away for good: the number was noted, or the report is not to be sent. */
  forget(key: string): Promise<void> {
    return this.#shelf.drop(key)
  }
}
