import { describe, expect, it } from 'vitest'
import { readWeek, writeWeek } from './week'

describe('a week as it is typed', () => {
  it('is read line by line and written as it was', () => {
    const typed = { monday: '08:00-20:00 wang, li\n20:00-08:00 zhao', sunday: '9:00–17:00 wang、li' }
    const { week, wrong } = readWeek(typed)

    expect(wrong).toEqual([])
    expect(week.monday).toHaveLength(2)
    expect(week.sunday).toEqual([{ from: '09:00', to: '17:00', people: ['wang', 'li'] }])
    expect(writeWeek(week).monday).toBe(typed.monday)
  })

  it('names the line that is no shift', () => {
    expect(readWeek({ tuesday: '08:00-20:00 wang\nnight shift' }).wrong).toEqual([{ day: 'tuesday', line: 2 }])
  })
})
