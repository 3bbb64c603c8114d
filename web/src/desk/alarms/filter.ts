import type { Alarm } from '@/shared/api/alarm'

export type AlarmFilters = {
  state: string
  severity: string
  area: string
  rule: string
  subject: string
  source: string
  period: string
  /** counting, suppressed, shelved or any. */
  set: string
  assignee: string
  storm: string
  suppressor: string
}

export const USUAL: AlarmFilters = {
  state: 'open',
  severity: '',
  area: '',
  rule: '',
  subject: '',
  source: 'live',
  period: 'any',
  set: 'counting',
  assignee: '',
  storm: '',
  suppressor: '',
}

const HOURS: Record<string, number> = { day: 24, week: 24 * 7, month: 24 * 30 }

/** From when a period counts, to the minute, so that paging asks the same question again. */
export function since(period: string): string | undefined {
  const hours = HOURS[period]
  if (!hours) return undefined
  const minute = 60_000
  return new Date(Math.floor((Date.now() - hours * 60 * minute) / minute) * minute).toISOString()
}

/** Only what is open can be set aside; a storm or a reason is looked into as a whole. */
function narrowed(filters: AlarmFilters): string {
  return filters.storm || filters.suppressor || filters.state === 'cleared' || filters.state === 'all' ? 'any' : filters.set
}

/** The filters in the server's words. */
export function question(filters: AlarmFilters) {
  const set = filters.set === 'counting' ? narrowed(filters) : filters.set
  return {
    state: filters.state,
    severity: filters.severity || undefined,
    area: filters.area || undefined,
    rule: filters.rule || undefined,
    subject: filters.subject || undefined,
    historical: filters.source === 'historical' || undefined,
    from: since(filters.period),
    suppressed: set === 'suppressed' ? true : set === 'counting' ? false : undefined,
    shelved: set === 'shelved' ? true : set === 'counting' ? false : undefined,
    assignee: filters.assignee || undefined,
    storm: filters.storm || undefined,
    suppressor: filters.suppressor || undefined,
    folded: set === 'counting' || undefined,
  }
}

function fitsState(alarm: Alarm, state: string): boolean {
  if (state === 'all') return true
  return state === 'open' ? alarm.state !== 'cleared' : alarm.state === state
}

function fitsSet(alarm: Alarm, filters: AlarmFilters): boolean {
  switch (filters.set === 'counting' ? narrowed(filters) : filters.set) {
    case 'counting':
      return !alarm.suppression && !alarm.shelved
    case 'suppressed':
      return !!alarm.suppression
    case 'shelved':
      return !!alarm.shelved
    default:
      return true
  }
}

/** Whether a new alarm belongs to the list as it is filtered now. */
export function fits(alarm: Alarm, filters: AlarmFilters, areaPath: string | undefined, me?: string): boolean {
  if (alarm.historical !== (filters.source === 'historical')) return false
  if (filters.severity && String(alarm.severity) !== filters.severity) return false
  if (filters.rule && alarm.rule !== filters.rule) return false
  if (filters.subject && alarm.subject.id !== filters.subject) return false
  if (filters.area && !(areaPath && alarm.areaPath.startsWith(areaPath))) return false
  if (filters.storm && alarm.storm !== filters.storm) return false
  if (filters.suppressor && alarm.suppression?.by !== filters.suppressor) return false
  if (filters.assignee && alarm.assignee?.id !== (filters.assignee === 'me' ? me : filters.assignee)) return false
  return fitsSet(alarm, filters) && fitsState(alarm, filters.state)
}
