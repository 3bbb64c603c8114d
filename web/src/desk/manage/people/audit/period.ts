import { zoneOffset } from '@/shared/format/time'

/** The start of a day (`2026-11-26`) in the zone, as an instant; undefined for no day. */
export function dayStart(zone: string, day: string): string | undefined {
  const wall = Date.parse(`${day}T00:00:00Z`)
  if (!day || Number.isNaN(wall)) return undefined
  return new Date(wall - zoneOffset(zone, wall)).toISOString()
}

/** The end of a day in the zone: the start of the next. */
export function dayEnd(zone: string, day: string): string | undefined {
  const wall = Date.parse(`${day}T00:00:00Z`)
  if (!day || Number.isNaN(wall)) return undefined
  return dayStart(zone, new Date(wall + 86_400_000).toISOString().slice(0, 10))
}
