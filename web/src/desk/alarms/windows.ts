import type { Maintenance, MaintenanceDraft } from '@/shared/api/alarm'
import { zoneOffset } from '@/shared/format/time'

/** A window as the form holds it: times as the city's clock shows them. */
export interface WindowForm {
  area: string
  rule: string
  subject: string
  tag: string
  from: string
  to: string
  repeat: 'once' | 'weekly'
  days: number[]
  dayFrom: string
  dayTo: string
  reason: string
}

const two = (value: number) => String(value).padStart(2, '0')

/** What a field of date and time shows: the city's clock. */
export function toClock(zone: string, iso: string): string {
  const time = Date.parse(iso)
  const local = new Date(time + zoneOffset(zone, time))
  return `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}T${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** The moment that the city's clock shows so; undefined for what is no time. */
export function fromClock(zone: string, clock: string): string | undefined {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) ? Date.parse(`${clock}:00Z`) : NaN
  if (Number.isNaN(wall)) return undefined
  const guess = wall - zoneOffset(zone, wall)
  return new Date(wall - zoneOffset(zone, guess)).toISOString()
}

export function toForm(zone: string, one: Maintenance): WindowForm {
  return {
    area: one.area ?? '',
    rule: one.rule ?? '',
    subject: one.subject?.id ?? '',
    tag: one.tag ?? '',
    from: toClock(zone, one.from),
    to: one.to ? toClock(zone, one.to) : '',
    repeat: one.weekly ? 'weekly' : 'once',
    days: one.weekly?.days ?? [1, 2, 3, 4, 5],
    dayFrom: one.weekly?.from.slice(0, 5) ?? '22:00',
    dayTo: one.weekly?.to.slice(0, 5) ?? '06:00',
    reason: one.reason,
  }
}

export function freshForm(zone: string, now: number): WindowForm {
  const hour = 3_600_000
  return {
    area: '',
    rule: '',
    subject: '',
    tag: '',
    from: toClock(zone, new Date(now).toISOString()),
    to: toClock(zone, new Date(now + 2 * hour).toISOString()),
    repeat: 'once',
    days: [1, 2, 3, 4, 5],
    dayFrom: '22:00',
    dayTo: '06:00',
    reason: '',
  }
}

export function toDraft(zone: string, form: WindowForm): MaintenanceDraft {
  return {
    area: form.area || undefined,
    rule: form.rule.trim() || undefined,
    subject: form.subject.trim() || undefined,
    tag: form.tag.trim() || undefined,
    from: fromClock(zone, form.from),
    to: fromClock(zone, form.to),
    weekly: form.repeat === 'weekly' ? { days: form.days, from: form.dayFrom, to: form.dayTo } : undefined,
    reason: form.reason,
  }
}

export interface Piece {
  from: number
  to: number
}

const DAY = 24 * 3_600_000

/** When a window holds between two moments, as pieces of time. */
export function piecesOf(zone: string, one: Maintenance, from: number, to: number): Piece[] {
  const begin = Math.max(Date.parse(one.from), from)
  const end = Math.min(one.endedAt ? Date.parse(one.endedAt) : Infinity, one.to ? Date.parse(one.to) : Infinity, to)
  if (begin >= end) return []
  if (!one.weekly) return [{ from: begin, to: end }]
  const pieces: Piece[] = []
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const start = minutes(one.weekly.from)
  const length = ((minutes(one.weekly.to) - start + 1440 - 1) % 1440) + 1
  const wall = (time: number) => time + zoneOffset(zone, time)
  for (let day = Math.floor(wall(from) / DAY) - 1; day * DAY < wall(to); day++) {
    const weekday = new Date(day * DAY).getUTCDay() || 7
    if (!one.weekly.days.includes(weekday)) continue
    const local = day * DAY + start * 60_000
    const piece = { from: local - zoneOffset(zone, local), to: local - zoneOffset(zone, local) + length * 60_000 }
    if (piece.to > begin && piece.from < end) pieces.push({ from: Math.max(piece.from, begin), to: Math.min(piece.to, end) })
  }
  return pieces
}
