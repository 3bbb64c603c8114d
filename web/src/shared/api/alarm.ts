import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/alarm/v1/alarms'

export type Severity = 1 | 2 | 3 | 4
export type AlarmState = 'raised' | 'acknowledged' | 'cleared'

export interface Position {
  longitude: number
  latitude: number
}

export interface Alarm {
  id: string
  rule: string
  title: Text
  severity: Severity
  sort: 'condition' | 'silence' | string
  condition: string
  state: AlarmState
  subject: { kind: string; id: string; title: Text }
  areaPath: string
  position?: Position | null
  since: string
  raisedAt: string
  recordedAt: string
  acknowledgedAt?: string | null
  acknowledgedBy?: string | null
  note?: string | null
  clearedAt?: string | null
  values: Record<string, unknown>
  clearedValues: Record<string, unknown>
  historical: boolean
}

export interface AlarmStep {
  step: string
  at: string
  recordedAt: string
  person?: string | null
  note?: string | null
  values?: Record<string, unknown>
}

export interface AlarmPage extends Alarm {
  why?: { title: Text; condition: string } | null
  /** `device:property` of every series that the rule used. */
  series: string[]
  steps: AlarmStep[]
}

export interface AlarmCounts {
  open: number
  raised: number
  acknowledged: number
  bySeverity: Record<string, number>
}

export const alarms = {
  url: BASE,
  list: (query: Query) => get<Page<Alarm>>(BASE, query),
  get: (id: string) => get<AlarmPage>(`${BASE}/${id}`),
  counts: () => get<AlarmCounts>(`${BASE}/counts`),
  acknowledge: (id: string, note?: string) =>
    post<AlarmPage>(`${BASE}/${id}/acknowledge`, note ? { note } : {}),
  liveUrl: () => `${BASE}/live`,
}
