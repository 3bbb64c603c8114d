import { describe, expect, it } from 'vitest'
import { matching, type CategoryChoice } from './matching'

function choice(code: string, path: string): CategoryChoice {
  return { code, path, name: path.split(' / ').at(-1)!, tree: '部件', of: { code, tree: 't', name: { zh: path, en: path }, level: 1 } }
}

const ALL = [choice('B01', '公用设施'), choice('B0101', '公用设施 / 上水井盖'), choice('B0102', '公用设施 / 路灯'), choice('S02', '街面秩序 / 路灯杆广告')]

describe('the search for a category', () => {
  it('finds by words of the path in any order', () => {
    expect(matching(ALL, '井盖 公用', 10).map((one) => one.code)).toEqual(['B0101'])
  })

  it('puts the name that begins with the word first', () => {
    expect(matching(ALL, '路灯', 10).map((one) => one.code)).toEqual(['B0102', 'S02'])
  })

  it('finds by code whatever its case', () => {
    expect(matching(ALL, 'b0102', 10).map((one) => one.code)).toEqual(['B0102'])
  })

  it('shows no more than asked for', () => {
    expect(matching(ALL, '', 2)).toHaveLength(2)
  })
})
