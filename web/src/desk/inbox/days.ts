import { dayOf } from '@/shared/format/time'

export interface Day<T> {
  day: string
  /** Whole days before today in the city's zone. */
  ago: number
  items: T[]
}

/** Groups what is sorted by time into the days of the city. */
export function byDay<T extends { at: string }>(items: T[], zone: string, now: number): Day<T>[] {
  const today = Date.parse(dayOf(zone, now))
  const days: Day<T>[] = []
  for (const item of items) {
    const day = dayOf(zone, Date.parse(item.at))
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, ago: Math.round((today - Date.parse(day)) / 86_400_000), items: [item] })
  }
  return days
}
