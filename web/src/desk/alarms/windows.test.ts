import { describe, expect, it } from 'vitest'
import type { Maintenance } from '@/shared/api/alarm'
import { fromClock, piecesOf, toClock } from './windows'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => Date.parse(text)
const one = (more: Partial<Maintenance>) => ({ from: '2026-11-01T00:00:00Z', ...more }) as Maintenance

describe('maintenance windows on the screen', () => {
  it('shows and reads the clock of the city', () => {
    expect(toClock(ZONE, '2026-11-27T18:30:00Z')).toBe('2026-11-28T02:30')
    expect(fromClock(ZONE, '2026-11-28T02:30')).toBe('2026-11-27T18:30:00.000Z')
    expect(fromClock(ZONE, '')).toBeUndefined()
  })

  it('cuts a single window to what is shown', () => {
    const window = one({ to: '2026-11-27T12:00:00Z' })
    expect(piecesOf(ZONE, window, at('2026-11-27T00:00:00Z'), at('2026-11-28T00:00:00Z'))).toEqual([
      { from: at('2026-11-27T00:00:00Z'), to: at('2026-11-27T12:00:00Z') },
    ])
  })

  it('draws a night that reaches into the next day once', () => {
    // Friday 27 November 2026, 22:00 to 06:00 in Shanghai.
    const window = one({ weekly: { days: [5], from: '22:00', to: '06:00' } })
    expect(piecesOf(ZONE, window, at('2026-11-26T00:00:00Z'), at('2026-11-30T00:00:00Z'))).toEqual([
      { from: at('2026-11-27T14:00:00Z'), to: at('2026-11-27T22:00:00Z') },
    ])
  })
})
