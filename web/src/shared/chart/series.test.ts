import { describe, expect, it } from 'vitest'
import { bucketFor, limitsOf, toMoments, wallClock, withGaps } from './series'

const hour = 3_600_000
const at = (hours: number) => new Date(hours * hour).toISOString()

describe('a drawn series', () => {
  it('is broken where the device was silent', () => {
    const moments = toMoments([0, 1, 2, 3, 9, 10].map((h) => ({ time: at(h), value: h })))
    const drawn = withGaps(moments)
    expect(drawn.map((moment) => moment.value)).toEqual([0, 1, 2, 3, null, 9, 10])
  })

  it('is broken where the device was silent for longer than it may', () => {
    const moments = toMoments([0, 2, 4, 6, 10].map((h) => ({ time: at(h), value: h })))
    expect(withGaps(moments)).toHaveLength(5)
    expect(withGaps(moments, hour, 3 * hour)).toHaveLength(6)
  })

  it('is whole when it is kept more sparsely than the device reports', () => {
    const moments = toMoments([0, 1, 2, 3].map((h) => ({ time: at(h), value: h })))
    expect(withGaps(moments, 0, 60_000)).toHaveLength(4)
  })

  it('is whole when single readings come a little late', () => {
    const moments = toMoments([0, 1, 2.4, 3, 4].map((h) => ({ time: at(h), value: h })))
    expect(withGaps(moments, hour)).toHaveLength(5)
  })

  it('reads the average of a bucket and drops what is no number', () => {
    const moments = toMoments([
      { time: at(2), min: 1, avg: 2, max: 5 },
      { time: at(1), value: 'open' },
      { time: at(0), value: true },
    ])
    expect(moments.map((moment) => moment.value)).toEqual([1, 2])
  })

  it('shows the clock of the city', () => {
    expect(wallClock('Asia/Shanghai')(0)).toBe(8 * hour)
  })
})

describe('the limits of a condition', () => {
  it('are the numbers that a property is compared with', () => {
    expect(limitsOf('pm25 > 150 && pm10 >= 420.5', 'pm25')).toEqual([150])
    expect(limitsOf('pm25 > 150 && pm10 >= 420.5', 'pm10')).toEqual([420.5])
    expect(limitsOf('0 < pm25 && pm25 < 115', 'pm25').sort()).toEqual([0, 115].sort())
  })

  it('are not those of its former value', () => {
    expect(limitsOf('previous.pm25 > 80', 'pm25')).toEqual([])
  })
})

describe('the fineness of a range', () => {
  it('grows with the range', () => {
    expect(bucketFor(24 * hour)).toBe('PT5M')
    expect(bucketFor(7 * 24 * hour)).toBe('PT1H')
    expect(bucketFor(30 * 24 * hour)).toBe('PT3H')
  })
})
