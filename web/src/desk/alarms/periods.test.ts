import { describe, expect, it } from 'vitest'
import { monthStart, spanOf } from './periods'

const at = Date.parse

describe('periods of statistics', () => {
  it('begin a month at midnight of the city', () => {
    expect(monthStart('Asia/Shanghai', at('2026-11-27T05:00:00Z'))).toBe(at('2026-10-31T16:00:00Z'))
    expect(monthStart('Asia/Shanghai', at('2026-10-31T17:00:00Z'))).toBe(at('2026-10-31T16:00:00Z'))
    expect(monthStart('Asia/Shanghai', at('2026-01-05T00:00:00Z'), 1)).toBe(at('2025-11-30T16:00:00Z'))
    expect(monthStart('Europe/London', at('2026-06-15T00:00:00Z'))).toBe(at('2026-05-31T23:00:00Z'))
    expect(monthStart('Europe/London', at('2026-11-15T00:00:00Z'), 1)).toBe(at('2026-09-30T23:00:00Z'))
  })

  it('end last month where this one begins', () => {
    expect(spanOf('lastMonth', 'Asia/Shanghai', at('2026-11-27T05:00:00Z'))).toEqual({
      from: '2026-09-30T16:00:00.000Z',
      to: '2026-10-31T16:00:00.000Z',
    })
    expect(spanOf('month', 'Asia/Shanghai', at('2026-11-27T05:00:00Z'))).toEqual({ from: '2026-10-31T16:00:00.000Z' })
  })

  it('count days back from the minute', () => {
    expect(spanOf('7', 'Asia/Shanghai', at('2026-11-27T05:00:59Z'))).toEqual({ from: '2026-11-20T05:00:00.000Z' })
  })
})
