import { describe, expect, it } from 'vitest'
import { Problem } from '@/shared/http/client'
import { emptyReport } from '@/shared/report/values'
import type { Deed, Entry, Outcome } from './entry'
import { pending, Queue, UNSURE, type Drawer } from './queue'

const GONE = new Problem(0, 'NO_CONNECTION', '')
const NOBODY = new Problem(401, 'NOT_SIGNED_IN', '')
const CHANGED = new Problem(412, 'VERSION_CHANGED', 'changed')
const LATE = new Problem(409, 'CASE_ALREADY_CLOSED', 'closed')

function drawer(): Drawer & { held: Map<string, Entry> } {
  const held = new Map<string, Entry>()
  return {
    held,
    all: async () => [...held.values()],
    put: async (one) => void held.set(one.key, structuredClone(one)),
    drop: async (key) => void held.delete(key),
  }
}

/** A server that answers as told and does what comes under one key once. */
function server(...answers: (Problem | Outcome)[]) {
  const asked: Entry[] = []
  const done = new Set<string>()
  return {
    asked,
    done,
    carry: async (entry: Entry): Promise<Outcome> => {
      asked.push(entry)
      const answer = answers.shift() ?? {}
      if (answer === GONE) throw GONE
      if (answer instanceof Problem) throw answer
      done.add(entry.key)
      return answer
    },
  }
}

const note: Deed = { sort: 'note', note: '现场有积水' }
const take: Deed = { sort: 'act', action: 'take' }
const handled: Deed = { sort: 'act', action: 'handled' }
const photo = (): Deed => ({ sort: 'photo', moment: 'after', photo: new Blob(['x']) })
const given = (deed: Deed, thread = 'c1', tag?: string) => ({ owner: 'me', thread, words: deed.sort, deed, tag })
const sorts = (entries: Entry[]): string[] => entries.map((one) => one.deed.sort)

describe('the queue of the street', () => {
  it('sends in the order in which things were done, and forgets the pictures that are gone', async () => {
    const away = server()
    const kept = drawer()
    const queue = new Queue(kept, away.carry)
    await Promise.all([note, photo(), handled].map((deed) => queue.add(given(deed))))

    expect(await queue.flush('me')).toBe('empty')
    expect(sorts(away.asked)).toEqual(['note', 'photo', 'act'])
    const sent = await queue.of('me')
    expect(pending(sent)).toEqual([])
    expect(sent.find((one) => one.deed.sort === 'photo')!.deed).not.toHaveProperty('photo.size')
  })

  it('waits without a connection and sends the same key again', async () => {
    const away = server(GONE)
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(note))
    await queue.add(given(note, 'c2'))

    expect(await queue.flush('me')).toBe('later')
    expect(away.asked).toHaveLength(1)
    expect(await queue.flush('me')).toBe('empty')
    expect(away.asked[0]!.key).toBe(away.asked[1]!.key)
    expect(away.done.size).toBe(2)
  })

  it('stays whole when nobody is signed in any more', async () => {
    const queue = new Queue(drawer(), server(NOBODY).carry)
    await queue.add(given(note))
    expect(await queue.flush('me')).toBe('signed-out')
    expect(pending(await queue.of('me'))).toHaveLength(1)
    expect(await queue.flush('me')).toBe('empty')
  })

  it('holds up what follows a refusal in its thread, and nothing else', async () => {
    const away = server(CHANGED)
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(take, 'c1', 't0'))
    await queue.add(given(note, 'c1'))
    await queue.add(given(note, 'c2'))

    expect(await queue.flush('me')).toBe('empty')
    expect(away.asked.map((one) => one.thread)).toEqual(['c1', 'c2'])
    const [stuck, behind] = pending(await queue.of('me'))
    expect(stuck).toMatchObject({ state: 'stuck', refusal: { status: 412, code: 'VERSION_CHANGED' } })
    expect(behind!.state).toBe('waiting')
  })

  it('builds what follows upon the state that its own deed made', async () => {
    const away = server({ tag: 't1' }, { tag: 't2' })
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(take, 'c1', 't0'))
    await queue.add(given(handled, 'c1', 't0'))
    await queue.flush('me')
    expect(away.asked.map((one) => one.tag)).toEqual(['t0', 't1'])
  })

  it('knows the state of a deed that has arrived though the page could not read it', async () => {
    const away = server({ tag: 't1' })
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(take, 'c1', 't0'))
    await queue.flush('me')
    await queue.add(given(handled, 'c1', 't0'))
    await queue.flush('me')
    expect(away.asked.map((one) => one.tag)).toEqual(['t0', 't1'])
  })

  it('does not take over the state from words, which may have come upon another one', async () => {
    const away = server({ tag: 't9' }, CHANGED)
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(note, 'c1', 't0'))
    await queue.add(given(handled, 'c1', 't0'))
    await queue.flush('me')
    expect(away.asked[1]!.tag).toBe('t0')
  })

  it('does it still when the person says so, with all that follows', async () => {
    const away = server(CHANGED, { tag: 't6' })
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(take, 'c1', 't0'))
    await queue.add(given(handled, 'c1', 't0'))
    await queue.flush('me')
    await queue.again(pending(await queue.of('me'))[0]!, 't5')
    await queue.flush('me')
    expect(away.asked.map((one) => one.tag)).toEqual(['t0', 't5', 't6'])
    expect(pending(await queue.of('me'))).toEqual([])
  })

  it('keeps what can no longer be done as a note, in its place', async () => {
    const away = server(LATE)
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(handled, 'c1', 't0'))
    await queue.add(given(photo(), 'c1'))
    await queue.flush('me')
    await queue.asNote(pending(await queue.of('me'))[0]!, '已清理')
    await queue.flush('me')
    expect(sorts(away.asked)).toEqual(['act', 'note', 'photo'])
    expect(pending(await queue.of('me'))).toEqual([])
  })

  it('asks the person about words that may have arrived more than a day ago', async () => {
    let now = 1_000
    const away = server(GONE, GONE)
    const queue = new Queue(drawer(), away.carry, () => now)
    await queue.add(given(note))
    await queue.add(given(handled, 'c2', 't0'))
    await queue.flush('me')
    now += 24 * 3600_000
    await queue.flush('me')

    expect(pending(await queue.of('me')).map((one) => one.refusal?.code)).toEqual([UNSURE, undefined])
    expect(away.asked.map((one) => one.thread)).toEqual(['c1', 'c2'])
  })

  it('sends the photos of a report after it, by what it became', async () => {
    const reports: (Outcome | undefined)[] = []
    const queue = new Queue(drawer(), async (entry, report) => {
      reports.push(report)
      return entry.deed.sort === 'report' ? { id: 'r1', number: 'SB-1' } : {}
    })
    await queue.add({ ...given({ sort: 'report', body: { kind: 'litter' }, values: emptyReport('grid') }, 'k1'), key: 'k1' })
    await queue.add(given({ sort: 'report-photo', photo: new Blob(['x']) }, 'k1'))
    await queue.flush('me')
    expect(reports).toEqual([undefined, { id: 'r1', number: 'SB-1' }])
  })

  it('shows and sends nobody what another one did', async () => {
    const away = server()
    const queue = new Queue(drawer(), away.carry)
    await queue.add(given(note))
    expect(await queue.of('other')).toEqual([])
    await queue.flush('other')
    expect(away.asked).toEqual([])
  })
})
