import { describe, expect, it } from 'vitest'
import { byDay } from './days'

describe('notices by day', () => {
  it('begin a day at midnight in the city, not in UTC', () => {
    const now = Date.parse('2026-03-02T02:00:00Z')
    const items = ['2026-03-01T17:00:00Z', '2026-03-01T15:00:00Z', '2026-02-27T00:00:00Z'].map((at) => ({ at }))
    expect(byDay(items, 'Asia/Shanghai', now).map(({ day, ago, items: some }) => [day, ago, some.length])).toEqual([
      ['2026-03-02', 0, 1],
      ['2026-03-01', 1, 1],
      ['2026-02-27', 3, 1],
    ])
  })
})
