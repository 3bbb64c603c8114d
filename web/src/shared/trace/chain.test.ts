import { expect, it } from 'vitest'
import type { Trace } from '../api/core'
import { chainOf, pageOf } from './chain'

const node = (kind: string, id: string, time?: string) => ({
  kind,
  id,
  title: { zh: id, en: id },
  time,
})

it('walks from the reading to the indicator, the earlier first', () => {
  const trace: Trace = {
    start: { kind: 'case', id: 'c' },
    nodes: [
      node('indicator', 'mean@2025'),
      node('case', 'c'),
      node('alarm', 'late', '2025-03-02T00:00:00Z'),
      node('alarm', 'early', '2025-03-01T00:00:00Z'),
      node('series', 'station-01:pm25'),
      node('other', 'x'),
    ],
    links: [],
  }
  expect(chainOf(trace).map((link) => [link.kind, link.nodes.map((one) => one.id)])).toEqual([
    ['series', ['station-01:pm25']],
    ['alarm', ['early', 'late']],
    ['case', ['c']],
    ['indicator', ['mean@2025']],
    ['other', ['x']],
  ])
})

it('knows the page of each thing', () => {
  expect(pageOf(node('series', 'station-01:pm25'))).toBe('/devices/station-01?property=pm25')
  expect(pageOf(node('indicator', 'aqi-day@2025-03-01@110101'))).toBe('/indicators/aqi-day')
  expect(pageOf(node('evidence', 'e'))).toBeUndefined()
  expect(pageOf({ ...node('evidence', 'e'), page: '/cases/1' })).toBe('/cases/1#evidence')
})
