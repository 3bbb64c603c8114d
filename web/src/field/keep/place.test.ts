import { describe, expect, it } from 'vitest'
import { metresBetween, spoken } from './place'

describe('distances', () => {
  it('are those of the sphere', () => {
    const here = { longitude: 121, latitude: 31 }
    expect(metresBetween(here, here)).toBe(0)
    expect(metresBetween(here, { longitude: 121, latitude: 32 })).toBeCloseTo(111_195, -1)
    expect(metresBetween(here, { longitude: 122, latitude: 31 })).toBeCloseTo(95_311, -2)
  })

  it('are told as somebody on foot tells them', () => {
    expect(['4', '84', '999', '1440', '12345'].map((metres) => spoken(Number(metres)))).toEqual(['10 m', '80 m', '1000 m', '1.4 km', '12 km'])
  })
})
