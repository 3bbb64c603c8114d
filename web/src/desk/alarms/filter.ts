import type { Alarm } from '@/shared/api/alarm'

export type AlarmFilters = {
  state: string
  severity: string
  area: string
  rule: string
  subject: string
  source: string
  period: string
}

const HOURS: Record<string, number> = { day: 24, week: 24 * 7, month: 24 * 30 }

/** From when a period counts, to the minute, so that paging asks the same question again. */
export function since(period: string): string | undefined {
  const hours = HOURS[period]
  if (!hours) return undefined
  const minute = 60_000
  return new Date(Math.floor((Date.now() - hours * 60 * minute) / minute) * minute).toISOString()
}

/** Whether a new alarm belongs to the list as it is filtered now. */
export function fits(alarm: Alarm, filters: AlarmFilters, areaPath: string | undefined): boolean {
  if (alarm.historical !== (filters.source === 'historical')) return false
  if (filters.severity && String(alarm.severity) !== filters.severity) return false
  if (filters.rule && alarm.rule !== filters.rule) return false
  if (filters.subject && alarm.subject.id !== filters.subject) return false
  if (filters.area && !(areaPath && alarm.areaPath.startsWith(areaPath))) return false
  switch (filters.state) {
    case 'open':
      return alarm.state !== 'cleared'
    case 'all':
      return true
    default:
      return alarm.state === filters.state
  }
}
