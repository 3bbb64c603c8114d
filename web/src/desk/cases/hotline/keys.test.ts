import { describe, expect, it } from 'vitest'
import { deedOf, type CallKeys } from './keys'

function pressed(code: string, held: 'alt' | 'ctrl' | '' = ''): string {
  const done: string[] = []
  const keys: CallKeys = {
    file: () => done.push('file'),
    field: (number) => done.push(`field ${number}`),
    takeKind: () => done.push('kind'),
    join: () => done.push('join'),
    move: (by) => done.push(`move ${by}`),
    next: () => done.push('next'),
  }
  deedOf({ code, altKey: held === 'alt', ctrlKey: held === 'ctrl', metaKey: false, shiftKey: false }, keys)?.()
  return done.join()
}

describe('the keys of a call', () => {
  it('go to a field by its number, on both blocks of digits', () => {
    expect(pressed('Digit3', 'alt')).toBe('field 3')
    expect(pressed('Numpad7', 'alt')).toBe('field 7')
  })

  it('file, join, take and walk', () => {
    expect(pressed('Enter', 'ctrl')).toBe('file')
    expect(['KeyJ', 'KeyK', 'KeyN', 'ArrowDown', 'ArrowUp'].map((code) => pressed(code, 'alt'))).toEqual(['join', 'kind', 'next', 'move 1', 'move -1'])
  })

  it('leave what is typed alone', () => {
    expect(['Digit3', 'KeyJ', 'Enter', 'ArrowDown'].map((code) => pressed(code)).join('')).toBe('')
  })
})
