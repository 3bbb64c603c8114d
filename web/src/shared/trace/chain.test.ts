import { expect, it } from 'vitest'
import type { Trace } from '../api/core'
import { chainOf, pageOf } from './chain'

const node = (kind: string, id: string, time?: string) => ({
  kind,
  id,
  title: { zh: id, en: id },
  time,
})

const link = (from: string, to: string) => {
  const [fromKind = '', fromId = ''] = from.split(' ')
  const [toKind = '', toId = ''] = to.split(' ')
  return { from: { kind: fromKind, id: fromId }, to: { kind: toKind, id: toId }, relation: 'made' }
}

it('walks from the reading to the indicator; what lies beside the way comes after', () => {
  const trace: Trace = {
    start: { kind: 'case', id: 'c' },
    nodes: [
      node('indicator', 'mean@2025'),
      node('case', 'c'),
      node('alarm', 'other', '2025-01-01T00:00:00Z'),
      node('alarm', 'late', '2025-03-02T00:00:00Z'),
      node('alarm', 'early', '2025-03-01T00:00:00Z'),
      node('series', 'station-01:pm25'),
    ],
    links: [
      link('series station-01:pm25', 'alarm early'),
      link('series station-01:pm25', 'alarm late'),
      link('series station-01:pm25', 'alarm other'),
      link('alarm early', 'case c'),
      link('alarm late', 'case c'),
      link('case c', 'indicator mean@2025'),
    ],
  }
  const ids = (nodes: { id: string }[]) => nodes.map((one) => one.id)
  expect(chainOf(trace).map((one) => [one.kind, ids(one.near), ids(one.far)])).toEqual([
    ['series', ['station-01:pm25'], []],
    ['alarm', ['early', 'late'], ['other']],
    ['case', ['c'], []],
    ['indicator', ['mean@2025'], []],
  ])
})

it('knows the page of each thing', () => {
  expect(pageOf(node('series', 'station-01:pm25'))).toBe('/devices/station-01?property=pm25')
  expect(pageOf(node('indicator', 'aqi-day@2025-03-01@110101'))).toBe('/indicators/aqi-day')
  expect(pageOf(node('evidence', 'e'))).toBeUndefined()
  expect(pageOf({ ...node('evidence', 'e'), page: '/cases/1' })).toBe('/cases/1#evidence')
})
