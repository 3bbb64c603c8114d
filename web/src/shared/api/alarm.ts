import { get, getHeld, post, put, type Held, type Page, type Query } from '../http/client'
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
  firstSeverity: Severity
  peakSeverity: Severity
  byHandOnly: boolean
  /** When the condition was over of an alarm that only a person clears. */
  overAt?: string | null
  clearedByHand?: { by: string; reason: string } | null
  countsSince?: string | null
  suppression?: { kind: 'window' | 'parent' | 'storm'; by: string } | null
  wokeAt?: string | null
  storm?: string | null
  shelved?: { until: string; by: string; reason: string } | null
  assignee?: Person | null
  parent?: { kind: string; id: string } | null
  tags: string[]
  /** How long the same rule had been quiet on the same subject before. */
  againAfterSeconds?: number | null
}

export interface Person {
  id: string
  name: string
}

export interface AlarmStep {
  step: string
  at: string
  recordedAt: string
  person?: string | null
  note?: string | null
  values?: Record<string, unknown>
  detail?: Record<string, unknown>
}

export interface AlarmPage extends Alarm {
  why?: { title: Text; condition: string } | null
  /** `device:property` of every series that the rule used. */
  series: string[]
  steps: AlarmStep[]
  /** Why it does not count: the window's reason, the parent's alarm, the storm. */
  because?: Text | null
  timesInTheWeekBefore: number
}

export interface AlarmCounts {
  open: number
  raised: number
  acknowledged: number
  bySeverity: Record<string, number>
  suppressed: number
  shelved: number
}

export interface AlarmBoard {
  counts: AlarmCounts
  areas: { areaPath: string; open: number; raised: number; bySeverity: Record<string, number> }[]
  waiting: Alarm[]
  /** How often each step was taken since the moment asked for. */
  since: Record<string, number>
}

export interface Storm {
  id: string
  scope: 'rule' | 'area'
  key: string
  title: Text
  severity: Severity
  rootAlarm: string
  cause: { kind: string; id: string }
  why: 'parent' | 'commonest' | 'earliest'
  areaPath: string
  startedAt: string
  endedAt?: string | null
  members: number
  open: number
}

export interface ManyDone {
  done: string[]
  skipped: { id: string; code: string; why: Text; detail: string }[]
  more: boolean
}

export interface Figures {
  key: string
  title?: Text | null
  alarms: number
  acknowledged: number
  cleared: number
  meanSecondsToAcknowledge?: number | null
  meanSecondsToClear?: number | null
  medianSecondsToClear?: number | null
  clearedWithin5Minutes: number
  again: number
  flutter: number
  suppressed: number
  byHand: number
}

export interface Maintenance {
  id: string
  state: 'ahead' | 'active' | 'over'
  area?: string | null
  areaPath: string
  rule?: string | null
  subject?: { kind: string; id: string } | null
  tag?: string | null
  from: string
  to?: string | null
  weekly?: { days: number[]; from: string; to: string } | null
  reason: string
  createdBy: string
  createdAt: string
  endedAt?: string | null
  endedBy?: string | null
  suppressed: number
  version: number
}

export type MaintenanceDraft = {
  area?: string
  rule?: string
  subject?: string
  tag?: string
  from?: string
  to?: string
  weekly?: { days: number[]; from: string; to: string }
  reason: string
}

export const alarms = {
  url: BASE,
  list: (query: Query) => get<Page<Alarm>>(BASE, query),
  get: (id: string) => get<AlarmPage>(`${BASE}/${id}`),
  counts: () => get<AlarmCounts>(`${BASE}/counts`),
  acknowledge: (id: string, note?: string) =>
    post<AlarmPage>(`${BASE}/${id}/acknowledge`, note ? { note } : {}),
  clear: (id: string, reason: string) => post<AlarmPage>(`${BASE}/${id}/clear`, { reason }),
  withdraw: (id: string) => post<void>(`${BASE}/${id}/withdraw`, {}),
  comment: (id: string, text: string) => post<void>(`${BASE}/${id}/comment`, { text }),
  shelve: (id: string, until: string, reason: string) => post<void>(`${BASE}/${id}/shelve`, { until, reason }),
  unshelve: (id: string) => post<void>(`${BASE}/${id}/unshelve`, {}),
  assign: (id: string, person?: string) => post<void>(`${BASE}/${id}/assign`, { person: person ?? null }),
  assignees: (id: string) => get<Page<Person>>(`${BASE}/${id}/assignees`),
  /** One deed on many: what could not be done is skipped and said why. */
  many: (deed: 'acknowledge' | 'withdraw' | 'shelve' | 'unshelve' | 'assign', body: object) =>
    post<ManyDone>(`${BASE}/${deed}`, body),
  board: (since: string) => get<AlarmBoard>(`${BASE}/board`, { since }),
  storms: () => get<Page<Storm>>('/api/alarm/v1/storms', { state: 'open', limit: 50 }),
  storm: (id: string) => get<Storm>(`/api/alarm/v1/storms/${id}`),
  figuresUrl: '/api/alarm/v1/statistics',
  figures: (query: Query) => get<Page<Figures>>('/api/alarm/v1/statistics', query),
  liveUrl: () => `${BASE}/live`,
}

const MAINTENANCE = '/api/alarm/v1/maintenance'

export const maintenance = {
  url: MAINTENANCE,
  list: (query: Query) => get<Page<Maintenance>>(MAINTENANCE, query),
  held: (id: string): Promise<Held<Maintenance>> => getHeld<Maintenance>(`${MAINTENANCE}/${id}`),
  plan: (draft: MaintenanceDraft, key?: string) => post<Maintenance>(MAINTENANCE, draft, { key }),
  change: (id: string, draft: MaintenanceDraft, tag: string) =>
    put<Maintenance>(`${MAINTENANCE}/${id}`, draft, { tag }),
  end: (id: string) => post<Maintenance>(`${MAINTENANCE}/${id}/end`, {}),
}
