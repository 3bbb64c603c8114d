import { describe, expect, it } from 'vitest'
import { lookedUp } from './phone'

describe('a telephone', () => {
  it('is looked up once it is whole, however it is written', () => {
    expect(lookedUp('138 1234 1234')).toBe('13812341234')
    expect(lookedUp('+86-13812341234')).toBe('13812341234')
    expect(lookedUp('021-6234 5678')).toBe('02162345678')
    expect(lookedUp('6234567')).toBe('6234567')
  })

  it('is not looked up half typed', () => {
    expect(lookedUp('1381234')).toBeUndefined()
    expect(lookedUp('021-62')).toBeUndefined()
    expect(lookedUp('')).toBeUndefined()
  })
})
