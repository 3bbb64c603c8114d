import { WEEK, type DutyShift } from '@/shared/api/rosters'

const LINE = /^(\d{1,2}:\d{2})\s*[-–~至]\s*(\d{1,2}:\d{2})\s+(.+)$/

/** A line that is not a shift: its day, and its number from 1. */
export interface WrongLine {
  day: string
  line: number
}

export function namesOf(words: string): string[] {
  return words
    .split(/[,，、\s]+/)
    .map((name) => name.trim())
    .filter(Boolean)
}

const clock = (time: string) => time.padStart(5, '0')

/** A week as somebody types it: one shift a line. */
export function readWeek(words: Record<string, string>): { week: Record<string, DutyShift[]>; wrong: WrongLine[] } {
  const week: Record<string, DutyShift[]> = {}
  const wrong: WrongLine[] = []
  for (const day of WEEK) {
    ;(words[day] ?? '').split('\n').forEach((text, index) => {
      if (!text.trim()) return
      const found = LINE.exec(text.trim())
      if (!found) wrong.push({ day, line: index + 1 })
      else (week[day] ??= []).push({ from: clock(found[1]!), to: clock(found[2]!), people: namesOf(found[3]!) })
    })
  }
  return { week, wrong }
}

export function writeWeek(week: Record<string, DutyShift[]>): Record<string, string> {
  return Object.fromEntries(
    WEEK.map((day) => [
      day,
      (week[day] ?? []).map((one) => `${one.from.slice(0, 5)}-${one.to.slice(0, 5)} ${one.people.join(', ')}`).join('\n'),
    ]),
  )
}
