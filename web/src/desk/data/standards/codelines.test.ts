import { describe, expect, it } from 'vitest'
import { codesOf, linesOf } from './codelines'

describe('lines of codes', () => {
  const codes = [
    { code: '1', title: { zh: '男', en: 'Male' }, names: ['M'] },
    { code: 'A', title: { zh: '农、林,牧', en: 'Say "farm"' }, parent: '1' },
  ]

  it('are read back as they were written, with what they do not show', () => {
    expect(codesOf(linesOf(codes), codes)).toEqual(codes)
  })

  it('may be pasted from a spreadsheet', () => {
    expect(codesOf('2\t女\n\n3', [])).toEqual([
      { code: '2', title: { zh: '女', en: '女' } },
      { code: '3', title: { zh: '3', en: '3' } },
    ])
  })
})
