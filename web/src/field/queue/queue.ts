import { newKey } from '@/shared/http/client'
import { asProblem } from '@/shared/http/load'
import type { Entry, NewEntry, Outcome } from './entry'

/** Keeps entries where closing the page does not lose them. */
export interface Drawer {
  all: () => Promise<Entry[]>
  put: (entry: Entry) => Promise<void>
  drop: (key: string) => Promise<void>
}

/** Brings one entry to the server; `report` is what became of the report that a photo belongs to. */
export type Messenger = (entry: Entry, report: Outcome | undefined) => Promise<Outcome>

export type Flushed = 'empty' | 'later' | 'signed-out'

/** Answers that say nothing of the deed itself: it goes again by itself. */
const LATER = [408, 425, 429]
/** The server remembers for a day what it did under a key. */
const SURE = 23 * 3600_000
const SENT_KEPT = 24 * 3600_000
export const UNSURE = 'FIELD_UNSURE'

/**
 * Deeds in the order in which they were done. Each goes under one key, so that it is done once however often it is sent;
 * what the server refuses stays with its reason and holds up what follows in the same thread, and nothing else. Without an
 * answer everything waits.
 */
export class Queue {
  readonly #drawer: Drawer
  readonly #carry: Messenger
  readonly #now: () => number
  #adding: Promise<unknown> = Promise.resolve()
  #flushing: Promise<Flushed> | undefined

  constructor(drawer: Drawer, carry: Messenger, now: () => number = Date.now) {
    this.#drawer = drawer
    this.#carry = carry
    this.#now = now
  }

  /** Kept once this is fulfilled, whatever becomes of the page. */
  add(given: NewEntry): Promise<Entry> {
    const work = this.#adding.then(async () => {
      const all = await this.#drawer.all()
      const last = Math.max(0, ...all.map((one) => one.seq))
      const entry: Entry = { ...given, tag: reached(given, all), key: given.key ?? newKey(), seq: last + 1, doneAt: this.#now(), state: 'waiting' }
      await this.#drawer.put(entry)
      return entry
    })
    this.#adding = work.catch(() => undefined)
    return work
  }

  async of(owner: string): Promise<Entry[]> {
    const all = await this.#drawer.all()
    return all.filter((one) => one.owner === owner).sort((a, b) => a.seq - b.seq)
  }

  /** Sends what waits; one run at a time. */
  flush(owner: string): Promise<Flushed> {
    this.#flushing ??= this.#run(owner).finally(() => (this.#flushing = undefined))
    return this.#flushing
  }

  async #run(owner: string): Promise<Flushed> {
    await this.#forgetOld(owner)
    const held = new Set<string>()
    for (;;) {
      const entries = await this.of(owner)
      entries.filter((one) => one.state === 'stuck').forEach((one) => held.add(one.thread))
      const next = entries.find((one) => one.state === 'waiting' && !held.has(one.thread))
      if (!next) return 'empty'
      const end = await this.#send(next, entries)
      if (end) return end
    }
  }

  async #send(entry: Entry, entries: Entry[]): Promise<Flushed | undefined> {
    const now = this.#now()
    if (this.#unsure(entry, now)) {
      await this.#drawer.put({ ...entry, state: 'stuck', refusal: { status: 0, code: UNSURE, line: '' } })
      return undefined
    }
    const tried = { ...entry, triedAt: entry.triedAt ?? now }
    await this.#drawer.put(tried)
    try {
      const outcome = await this.#carry(tried, this.#reportOf(tried, entries))
      await this.#settle(tried, outcome)
      return undefined
    } catch (cause) {
      const problem = asProblem(cause)
      if (problem.status === 401) {
        await this.#drawer.put(entry)
        return 'signed-out'
      }
      if (problem.unanswered) return 'later'
      if (LATER.includes(problem.status) || problem.code === 'IDEMPOTENCY_KEY_IN_USE') {
        await this.#drawer.put(entry)
        return 'later'
      }
      const refusal = { status: problem.status, code: problem.code, line: problem.line }
      await this.#drawer.put({ ...entry, state: 'stuck', refusal })
      return undefined
    }
  }

  // A deed upon a state and a picture are known again by the server without its memory; words and reports are not.
  #unsure(entry: Entry, now: number): boolean {
    const remembered = ['note', 'report', 'report-photo', 'check-photo'].includes(entry.deed.sort)
    return remembered && entry.triedAt !== undefined && now - entry.triedAt > SURE
  }

  #reportOf(entry: Entry, entries: Entry[]): Outcome | undefined {
    if (entry.deed.sort !== 'report-photo') return undefined
    return entries.find((one) => one.key === entry.thread)?.outcome
  }

  async #settle(entry: Entry, outcome: Outcome): Promise<void> {
    await this.#drawer.put({ ...bare(entry), state: 'sent', sentAt: this.#now(), outcome, refusal: undefined })
    if (!outcome.tag || entry.deed.sort !== 'act') return
    // What was done after it was done upon the state that it made.
    for (const later of await this.of(entry.owner)) {
      if (later.thread === entry.thread && later.state !== 'sent' && later.seq > entry.seq && later.tag === entry.tag) {
        await this.#drawer.put({ ...later, tag: outcome.tag })
      }
    }
  }

  /** Of what is gone the words stay for a day; a report with its number until it is put away. */
  async #forgetOld(owner: string): Promise<void> {
    for (const one of await this.of(owner)) {
      const old = one.state === 'sent' && (one.sentAt ?? 0) < this.#now() - SENT_KEPT
      if (old && one.deed.sort !== 'report') await this.#drawer.drop(one.key)
    }
  }

  /** Sends a refused one once more, upon the state that is there now if one is given. */
  async again(entry: Entry, tag?: string): Promise<void> {
    const waiting: Entry = { ...entry, state: 'waiting', refusal: undefined, triedAt: undefined, tag: tag ?? entry.tag }
    await this.#drawer.put(waiting)
    if (!tag) return
    for (const later of await this.of(entry.owner)) {
      if (later.thread === entry.thread && later.seq > entry.seq && later.tag === entry.tag) {
        await this.#drawer.put({ ...later, tag })
      }
    }
  }

  /** What can no longer be done is kept as a note of the case: what was done, and its words. */
  async asNote(entry: Entry, note: string): Promise<void> {
    await this.#drawer.put({
      ...entry,
      key: newKey(),
      deed: { sort: 'note', note },
      state: 'waiting',
      refusal: undefined,
      triedAt: undefined,
    })
    await this.#drawer.drop(entry.key)
  }

  async drop(entry: Entry): Promise<void> {
    const photos = (await this.of(entry.owner)).filter((one) => one.deed.sort === 'report-photo' && one.thread === entry.key)
    for (const one of [entry, ...photos]) await this.#drawer.drop(one.key)
  }
}

/** The state after one's own deeds that have arrived since the page read the case. */
function reached(given: NewEntry, all: Entry[]): string | undefined {
  let tag = given.tag
  for (const one of all.toSorted((a, b) => a.seq - b.seq)) {
    const mine = one.owner === given.owner && one.thread === given.thread && one.deed.sort === 'act' && one.state === 'sent'
    if (mine && one.tag === tag && one.outcome?.tag) tag = one.outcome.tag
  }
  return tag
}

function bare(entry: Entry): Entry {
  return 'photo' in entry.deed ? { ...entry, deed: { ...entry.deed, photo: undefined } } : entry
}

/** What is not with the server yet. */
export function pending(entries: Entry[]): Entry[] {
  return entries.filter((one) => one.state !== 'sent')
}
