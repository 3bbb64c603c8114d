import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces'

describe('what was typed, found in a title', () => {
  it('stands out wherever it is, in any case', () => {
    expect(piecesOf('Dust at Site 7, dust', 'dust').map((one) => (one.hit ? `[${one.text}]` : one.text)).join('')).toBe(
      '[Dust] at Site 7, [dust]',
    )
  })

  it('is nothing special when it is not there or is a pattern', () => {
    expect(piecesOf('新城工地', 'lhq')).toEqual([{ text: '新城工地', hit: false }])
    expect(piecesOf('a(b', '(')).toEqual([
      { text: 'a', hit: false },
      { text: '(', hit: true },
      { text: 'b', hit: false },
    ])
  })
})
