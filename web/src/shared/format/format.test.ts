import { describe, expect, it } from 'vitest'
import { csvText } from './csv'
import { plainNumber, withUnit } from './number'
import { durationMs, shortTime, spanParts, zoneName } from './time'

const zone = 'Asia/Shanghai'
const now = Date.parse('2025-03-02T04:00:00Z')

describe('a time', () => {
  it('is as short as the day allows', () => {
    expect(shortTime(zone, Date.parse('2025-03-02T01:02:03Z'), now)).toBe('09:02:03')
    expect(shortTime(zone, Date.parse('2025-03-01T15:59:00Z'), now)).toBe('03-01 23:59')
    expect(shortTime(zone, Date.parse('2024-12-31T10:00:00Z'), now)).toBe('2024-12-31 18:00')
  })

  it('names its zone by the distance to UTC', () => {
    expect(zoneName(zone, now)).toBe('UTC+8')
    expect(zoneName('Asia/Kolkata', now)).toBe('UTC+5:30')
  })
})

describe('a span of time', () => {
  it('has its two largest units', () => {
    expect(spanParts(65 * 60_000)).toEqual([
      { unit: 'hour', count: 1 },
      { unit: 'minute', count: 5 },
    ])
    expect(spanParts(-30_000)).toEqual([{ unit: 'second', count: 30 }])
  })

  it('is read from ISO 8601', () => {
    expect(durationMs('PT1H30M')).toBe(5_400_000)
    expect(durationMs('P1D')).toBe(86_400_000)
    expect(durationMs('soon')).toBeUndefined()
  })
})

describe('a number', () => {
  it('keeps the digits that matter', () => {
    expect([0.1234, 1.5, 20, 99.95, 1234.5].map(plainNumber)).toEqual(['0.123', '1.5', '20', '100', '1235'])
  })

  it('is never without its unit', () => {
    expect(withUnit(42.25, 'ug/m3')).toBe('42.3 µg/m³')
    expect(withUnit(null, 'ug/m3')).toBe('–')
  })
})

describe('a CSV cell', () => {
  it('is quoted when it must and never a formula', () => {
    expect(csvText(['a'], [['x,"y"'], ['=1+1'], [-5]])).toBe('a\r\n"x,""y"""\r\n\'=1+1\r\n-5\r\n')
  })
})
