import type { CaseClock } from '@/shared/api/clocks'
import { durationMs } from '@/shared/format/time'

/**
 * How much of its time a clock has used, 0 and up; it goes on while it runs. Between two looks at the server working time
 * stands still, as only the server knows the calendar.
 */
export function usedShare(clock: CaseClock, readAt: number, now: number): number | undefined {
  const allowed = clock.allowed ? durationMs(clock.allowed) : undefined
  const used = durationMs(clock.used)
  if (!allowed || used === undefined) return undefined
  const since = clock.state === 'running' && !clock.working ? Math.max(0, now - readAt) : 0
  return (used + since) / allowed
}

/** The ISO 8601 duration of a number of hours or days; undefined unless it is a whole number above zero. */
export function spanOf(count: string, unit: 'D' | 'H'): string | undefined {
  if (!/^[1-9][0-9]{0,3}$/.test(count.trim())) return undefined
  return unit === 'D' ? `P${count.trim()}D` : `PT${count.trim()}H`
}
