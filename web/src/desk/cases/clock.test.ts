import { describe, expect, it } from 'vitest'
import type { CaseClock } from '@/shared/api/clocks'
import { spanOf, usedShare } from './clock'

const clock = (change: Partial<CaseClock>): CaseClock => ({
  name: 'handle',
  state: 'running',
  working: false,
  allowed: 'PT10H',
  extended: 'PT0S',
  extensions: 0,
  entries: 1,
  used: 'PT5H',
  startedAt: '2026-11-20T00:00:00Z',
  ...change,
})
const HOUR = 3_600_000

describe('the clock of a case', () => {
  it('goes on between two looks while it runs', () => {
    expect(usedShare(clock({}), 0, HOUR)).toBeCloseTo(0.6)
  })

  it('stands while it is suspended, and while only the calendar knows', () => {
    expect(usedShare(clock({ state: 'suspended' }), 0, HOUR)).toBeCloseTo(0.5)
    expect(usedShare(clock({ working: true }), 0, HOUR)).toBeCloseTo(0.5)
  })

  it('has no share where nothing is due', () => {
    expect(usedShare(clock({ allowed: null }), 0, HOUR)).toBeUndefined()
  })

  it('asks for whole hours or days only', () => {
    expect(spanOf('2', 'D')).toBe('P2D')
    expect(spanOf(' 4 ', 'H')).toBe('PT4H')
    expect(spanOf('0', 'H')).toBeUndefined()
    expect(spanOf('1.5', 'D')).toBeUndefined()
  })
})
