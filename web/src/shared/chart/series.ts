import type { Point } from '../api/sense'
import { zoneOffset } from '../format/time'

/** One moment of a drawn line; a gap has no value. */
export interface Moment {
  time: number
  value: number | null
  min?: number
  max?: number
}

function valueOf(point: Point): number | null {
  const value = point.avg ?? point.value
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : null
}

export function toMoments(points: Point[]): Moment[] {
  // Buckets of one reading each have no spread to show.
  const spread = points.some((point) => point.min !== point.max)
  return points
    .map((point) => ({
      time: Date.parse(point.time),
      value: valueOf(point),
      min: spread ? point.min : undefined,
      max: spread ? point.max : undefined,
    }))
    .filter((moment) => moment.value !== null && Number.isFinite(moment.time))
    .sort((a, b) => a.time - b.time)
}

/** The distance that nine tenths of neighbours keep. */
export function usualStep(moments: Moment[]): number {
  const steps = moments
    .slice(1)
    .map((moment, at) => moment.time - moments[at]!.time)
    .sort((a, b) => a - b)
  return steps[Math.floor((steps.length - 1) * 0.9)] ?? 0
}

/**
 * Puts a valueless moment wherever the series was silent for clearly longer than usual, or than the
 * device may be, so that a line is broken there instead of drawn across.
 */
export function withGaps(moments: Moment[], bucketMs = 0, maxSilenceMs = Infinity): Moment[] {
  const usual = usualStep(moments)
  const limit = Math.max(bucketMs * 1.5, Math.min(usual * 2.5, Math.max(maxSilenceMs, usual * 1.5)))
  if (limit === 0) return moments
  const drawn: Moment[] = []
  for (const moment of moments) {
    const before = drawn.at(-1)
    if (before && moment.time - before.time > limit) {
      drawn.push({ time: before.time + Math.floor((moment.time - before.time) / 2), value: null })
    }
    drawn.push(moment)
  }
  return drawn
}

/**
 * The moment's clock reading in the city as if it were UTC: charts draw in UTC and so show the
 * city's days whatever zone the browser is in.
 */
export function wallClock(zone: string): (time: number) => number {
  let hour = Number.NaN
  let offset = 0
  return (time) => {
    const now = Math.floor(time / 3_600_000)
    if (now !== hour) {
      hour = now
      offset = zoneOffset(zone, time)
    }
    return time + offset
  }
}

/** The plain limits that a condition sets to one property: `pm25 > 150` gives 150. */
export function limitsOf(condition: string, property: string): number[] {
  const name = property.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const number = '(-?\\d+(?:\\.\\d+)?)'
  const found = [
    ...condition.matchAll(new RegExp(`(?<![\\w.])${name}\\s*(?:>=?|<=?)\\s*${number}`, 'g')),
    ...condition.matchAll(new RegExp(`${number}\\s*(?:>=?|<=?)\\s*${name}(?![\\w.])`, 'g')),
  ].map((match) => Number(match[1]))
  return [...new Set(found)]
}

/** How fine a range of time is read: so that a picture has a few hundred points. */
export function bucketFor(rangeMs: number): string {
  const hours = rangeMs / 3_600_000
  if (hours <= 3) return 'PT30S'
  if (hours <= 10) return 'PT1M'
  if (hours <= 30) return 'PT5M'
  if (hours <= 24 * 8) return 'PT1H'
  if (hours <= 24 * 40) return 'PT3H'
  return 'P1D'
}
