import { describe, expect, it } from 'vitest'
import { Problem } from '../http/client'
import { Outbox, type Carrier, type Parcel, type Shelf } from './outbox'

const GONE = new Problem(0, 'NO_CONNECTION', '')
const SIGNED_OUT = new Problem(401, 'NOT_SIGNED_IN', '')
const WRONG = new Problem(400, 'CASE_REPORT_WRONG', 'faulty')

function parcel(photos = 0): Parcel {
  return {
    key: 'k1',
    owner: 'me',
    door: 'desk',
    body: { kind: 'hole' },
    words: '路口有坑',
    photos: Array.from({ length: photos }, () => new Blob(['x'])),
    typedAt: 1,
    refused: [],
  }
}

function shelf(): Shelf & { held: Map<string, Parcel> } {
  const held = new Map<string, Parcel>()
  return {
    held,
    all: async () => [...held.values()],
    put: async (one) => void held.set(one.key, one),
    drop: async (key) => void held.delete(key),
  }
}

/** Answers in the order given; an error is thrown. */
function carrier(answers: (Problem | 'ok')[]): Carrier & { keys: string[] } {
  const keys: string[] = []
  const next = (): void => {
    const answer = answers.shift() ?? 'ok'
    if (answer !== 'ok') throw answer
  }
  return {
    keys,
    report: async (one) => {
      keys.push(one.key)
      next()
      return { number: 'R-1', code: 'ABCDEFGH' }
    },
    photo: async () => next(),
  }
}

describe('the outbox', () => {
  it('keeps a report that got no answer and sends it again under the same key', async () => {
    const kept = shelf()
    const away = carrier([GONE, 'ok'])
    const outbox = new Outbox(kept, away)

    expect((await outbox.send(parcel())).done).toBe(false)
    const [waiting] = await outbox.waiting('me')
    const carried = await outbox.send(waiting!)

    expect(carried).toMatchObject({ done: true, parcel: { receipt: { number: 'R-1' } } })
    expect(away.keys).toEqual(['k1', 'k1'])
  })

  it('does not keep what the server refuses', async () => {
    const kept = shelf()
    await expect(new Outbox(kept, carrier([WRONG])).send(parcel())).rejects.toBe(WRONG)
    expect(kept.held.size).toBe(0)
  })

  it('loses nothing that is kept: neither to a lost session nor to a fault found late', async () => {
    const kept = shelf()
    const outbox = new Outbox(kept, carrier([GONE, SIGNED_OUT, WRONG]))
    await outbox.send(parcel())

    await outbox.again(kept.held.get('k1')!)
    expect(kept.held.get('k1')!.fault).toBeUndefined()
    await outbox.again(kept.held.get('k1')!)
    expect(kept.held.get('k1')!.fault).toBe('faulty (CASE_REPORT_WRONG)')
  })

  it('keeps the code of one that was taken later until it is noted', async () => {
    const kept = shelf()
    const outbox = new Outbox(kept, carrier([GONE, 'ok']))
    await outbox.send(parcel())
    await outbox.again(kept.held.get('k1')!)
    expect(kept.held.get('k1')!.receipt!.code).toBe('ABCDEFGH')
    await outbox.forget('k1')
    expect(kept.held.size).toBe(0)
  })

  it('writes nothing of a report that is taken at once', async () => {
    const kept = shelf()
    await new Outbox(kept, carrier([])).send(parcel())
    expect(kept.held.size).toBe(0)
  })

  it('goes on with the photos where it broke off, and does not report twice', async () => {
    const kept = shelf()
    const away = carrier(['ok', 'ok', GONE, 'ok'])
    const outbox = new Outbox(kept, away)

    const first = await outbox.send(parcel(2))
    expect(first).toMatchObject({ done: false, parcel: { receipt: { code: 'ABCDEFGH' } } })
    expect(kept.held.get('k1')!.photos).toHaveLength(1)
    const second = await outbox.send(kept.held.get('k1')!)

    expect(second.done).toBe(true)
    expect(away.keys).toEqual(['k1'])
  })

  it('sends the other photos when one is refused, and says why', async () => {
    const large = new Problem(413, 'PHOTO_TOO_LARGE', 'too large')
    const carried = await new Outbox(shelf(), carrier(['ok', large, 'ok'])).send(parcel(2))
    expect(carried.done).toBe(true)
    expect(carried.parcel.refused).toEqual(['too large (PHOTO_TOO_LARGE)'])
  })

  it('shows nobody what another one typed', async () => {
    const outbox = new Outbox(shelf(), carrier([GONE]))
    await outbox.send(parcel())
    expect(await outbox.waiting('somebody else')).toEqual([])
  })
})
