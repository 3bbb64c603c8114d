import { describe, expect, it } from 'vitest'
import { marked } from './diff'

describe('marked', () => {
  it('marks the letter that differs', () => {
    expect(marked('上海青禾商贸', '上海青和商贸')).toEqual([
      { text: '上海青', differs: false },
      { text: '禾', differs: true },
      { text: '商贸', differs: false },
    ])
  })

  it('marks what the other lacks altogether', () => {
    expect(marked('青禾路129号5楼', '青禾路129号')).toEqual([
      { text: '青禾路129号', differs: false },
      { text: '5楼', differs: true },
    ])
  })

  it('leaves equal texts unmarked and empty ones empty', () => {
    expect(marked('一样', '一样')).toEqual([{ text: '一样', differs: false }])
    expect(marked('', '一样')).toEqual([])
  })
})
