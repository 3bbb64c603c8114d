import { describe, expect, it } from 'vitest'
import { dayEnd, dayStart } from './period'

describe('a day of the city', () => {
  it('starts and ends at its own midnight', () => {
    expect(dayStart('Asia/Shanghai', '2026-11-26')).toBe('2026-11-25T16:00:00.000Z')
    expect(dayEnd('Asia/Shanghai', '2026-11-26')).toBe('2026-11-26T16:00:00.000Z')
  })

  it('is none when nothing or nonsense was given', () => {
    expect(dayStart('Asia/Shanghai', '')).toBeUndefined()
    expect(dayEnd('Asia/Shanghai', 'soon')).toBeUndefined()
  })
})
