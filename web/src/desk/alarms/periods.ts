import { fullTime, zoneOffset } from '@/shared/format/time'

const DAY = 24 * 3_600_000
const MINUTE = 60_000

/** Of how many days, or a month of the calendar. */
export const PERIODS = ['1', '7', '30', '90', '365', 'month', 'lastMonth'] as const

/** When the month begins in the zone given in which the time lies, or one so many months before. */
export function monthStart(zone: string, time: number, back = 0): number {
  const [year, month] = fullTime(zone, time).split('-').map(Number)
  const wall = Date.UTC(year!, month! - 1 - back, 1)
  return wall - zoneOffset(zone, wall - zoneOffset(zone, wall))
}

/** From when to when a period goes; to the minute, so that the same question is asked for a while. */
export function spanOf(period: string, zone: string, now: number): { from: string; to?: string } {
  const iso = (time: number) => new Date(time).toISOString()
  if (period === 'month') return { from: iso(monthStart(zone, now)) }
  if (period === 'lastMonth') return { from: iso(monthStart(zone, now, 1)), to: iso(monthStart(zone, now)) }
  return { from: iso(Math.floor((now - Number(period) * DAY) / MINUTE) * MINUTE) }
}
