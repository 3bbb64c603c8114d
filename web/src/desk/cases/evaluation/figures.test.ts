import { describe, expect, it } from 'vitest'
import type { EvaluationRow, Figure } from '@/shared/api/evaluations'
import { columnsOf, said } from './figures'

const t = (key: string, named: object) => `${key} ${Object.values(named).join()}`
const figure = (value: number): Figure => ({ n: 4, sum: 2, value })
const row = (...measures: string[]): EvaluationRow => ({
  dimension: 'area',
  key: 'dock',
  name: { zh: '码头', en: 'Dock' },
  path: '/dock/',
  cases: 4,
  measures: Object.fromEntries(measures.map((one) => [one, figure(0.5)])),
})

describe('figures of an evaluation', () => {
  it('keeps the order of columns and leaves out what no row has', () => {
    expect(columnsOf([row('rework'), row('closed-on-time', 'rework')])).toEqual(['closed-on-time', 'rework'])
  })

  it('reads shares as percentages, satisfaction out of five and times in hours', () => {
    expect(said('rework', figure(0.125), t)).toBe('12.5%')
    expect(said('closed-on-time', figure(1), t)).toBe('100%')
    expect(said('satisfaction', figure(4.25), t)).toContain('4.3')
    expect(said('handle-hours', figure(3.21), t)).toContain('3.2')
    expect(said('returns', undefined, t)).toBe('–')
  })
})
