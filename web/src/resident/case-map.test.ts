import { describe, expect, it } from 'vitest'
import type { OpenCase } from '@/shared/api/open'
import { areaTree, kindGroups, pointsOf } from './case-map'

const text = (zh: string) => ({ zh, en: zh })

describe('the public map', () => {
  it('draws only what has a place', () => {
    const base = { kind: 'litter', kindTitle: text('垃圾'), status: 'open', stage: 'handle', photos: [], reports: 1, openedAt: '', changedAt: '' } as const
    const cases: OpenCase[] = [
      { ...base, photos: [], number: 'A', place: 'exact', position: { longitude: 121, latitude: 31 } },
      { ...base, photos: [], number: 'B', place: 'area' },
    ]
    expect(pointsOf(cases, (one) => one.number).map((point) => point.id)).toEqual(['A'])
  })

  it('puts kinds into their groups and areas below their parents', () => {
    const kind = (id: string, group: string) => ({ id, title: text(id), group: text(group), place: 'exact' })
    expect(kindGroups([kind('a', 'x'), kind('b', 'y'), kind('c', 'x')]).map((group) => group.kinds.map((one) => one.id))).toEqual([['a', 'c'], ['b']])

    const area = (code: string, parent?: string) => ({ code, name: text(code), parent })
    expect(areaTree([area('street', 'district'), area('city'), area('district', 'city'), area('stray', 'gone')]).map((one) => [one.area.code, one.depth])).toEqual([
      ['city', 0],
      ['district', 1],
      ['street', 2],
      ['stray', 0],
    ])
  })
})
