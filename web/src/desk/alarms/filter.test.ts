import { describe, expect, it } from 'vitest'
import type { Alarm } from '@/shared/api/alarm'
import { fits, question, USUAL } from './filter'

const alarm = { historical: false, severity: 3, rule: 'r', subject: { id: 'd' }, areaPath: '/a/b/', state: 'raised' } as Alarm

describe('what belongs to the list of alarms', () => {
  it('leaves out what is set aside, unless it is asked for', () => {
    const kept = { ...alarm, suppression: { kind: 'window', by: 'w' } } as Alarm
    expect(fits(alarm, USUAL, undefined)).toBe(true)
    expect(fits(kept, USUAL, undefined)).toBe(false)
    expect(fits(kept, { ...USUAL, set: 'suppressed' }, undefined)).toBe(true)
    expect(fits(kept, { ...USUAL, suppressor: 'w' }, undefined)).toBe(true)
  })

  it('asks for a storm as a whole', () => {
    expect(question(USUAL)).toMatchObject({ suppressed: false, shelved: false, folded: true })
    expect(question({ ...USUAL, storm: 's' })).toMatchObject({ storm: 's', suppressed: undefined, folded: undefined })
    expect(question({ ...USUAL, state: 'all' }).suppressed).toBeUndefined()
  })

  it('knows what is mine', () => {
    const mine = { ...alarm, assignee: { id: 'me-id', name: 'x' } } as Alarm
    expect(fits(mine, { ...USUAL, assignee: 'me' }, undefined, 'me-id')).toBe(true)
    expect(fits(alarm, { ...USUAL, assignee: 'me' }, undefined, 'me-id')).toBe(false)
  })
})
