import { describe, expect, it } from 'vitest'
import { cleanCode, cleanNumber, grouped } from './ticket'

describe('a number', () => {
  it('is known however it is typed', () => {
    for (const typed of ['R-20261128-0004', 'r-20261128-0004', ' 20261128-4 ', 'R 20261128 0004']) {
      expect(cleanNumber(typed)).toBe('R-20261128-0004')
    }
  })

  it('stays as it is when it is none', () => {
    expect(cleanNumber('hello')).toBe('HELLO')
  })
})

describe('a code', () => {
  it('has no spaces and no small letters', () => {
    expect(cleanCode(' y6r8 h4d9')).toBe('Y6R8H4D9')
  })
})

describe('services', () => {
  it('stand in their groups, in the order in which they came', () => {
    const one = (id: string, zh: string) => ({ id, group: { zh, en: zh } })
    const groups = grouped([one('a', '市容'), one('b', '道路'), one('c', '市容')])
    expect(groups.map((group) => group.map((each) => each.id))).toEqual([['a', 'c'], ['b']])
  })
})
