const formats = new Map<string, Intl.DateTimeFormat>()

function parts(zone: string, time: number): Record<string, string> {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]))
}

/** `2025-03-01 14:05:09` in the zone given. */
export function fullTime(zone: string, time: number): string {
  const p = parts(zone, time)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`
}

/** As short as it can be without being mistaken: the time today, the day and time this year. */
export function shortTime(zone: string, time: number, now: number): string {
  const p = parts(zone, time)
  const today = parts(zone, now)
  const clock = `${p.hour}:${p.minute}`
  if (p.year !== today.year) return `${p.year}-${p.month}-${p.day} ${clock}`
  if (p.month !== today.month || p.day !== today.day) return `${p.month}-${p.day} ${clock}`
  return `${clock}:${p.second}`
}

/** `2025-03-01` in the zone given. */
export function dayOf(zone: string, time: number): string {
  return fullTime(zone, time).slice(0, 10)
}

/** How far the zone's clock is ahead of UTC at this moment, in milliseconds. */
export function zoneOffset(zone: string, time: number): number {
  const p = parts(zone, time)
  const wall = Date.UTC(+p.year!, +p.month! - 1, +p.day!, +p.hour!, +p.minute!, +p.second!)
  return wall - Math.floor(time / 1000) * 1000
}

/** `UTC+8` for the zone at this moment. */
export function zoneName(zone: string, time: number): string {
  const minutes = Math.round(zoneOffset(zone, time) / 60_000)
  const sign = minutes < 0 ? '−' : '+'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${sign}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

export type SpanUnit = 'second' | 'minute' | 'hour' | 'day'

/** The one or two largest units of a span of time: 3,900,000 ms is 1 hour 5 minutes. */
export function spanParts(ms: number): { unit: SpanUnit; count: number }[] {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  if (seconds < 60) return [{ unit: 'second', count: seconds }]
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return [{ unit: 'minute', count: minutes }]
  const hours = Math.floor(minutes / 60)
  const found: { unit: SpanUnit; count: number }[] =
    hours < 24
      ? [
          { unit: 'hour', count: hours },
          { unit: 'minute', count: minutes % 60 },
        ]
      : [
          { unit: 'day', count: Math.floor(hours / 24) },
          { unit: 'hour', count: hours % 24 },
        ]
  return found.filter((part) => part.count > 0)
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; undefined if it is none. */
export function durationMs(text: string): number | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text)
  if (!found || text === 'P' || text.endsWith('T')) return undefined
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found
  return ((+days * 24 + +hours) * 60 + +minutes) * 60_000 + +seconds * 1000
}
