import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position, Severity } from './alarm'
import type { CaseReport } from './reports'

const BASE = '/api/cases/v1/cases'

export const STAGES = ['report', 'accept', 'file', 'dispatch', 'handle', 'verify', 'close'] as const
export type Stage = (typeof STAGES)[number]

export interface CaseRow {
  id: string
  number: string
  kind: string
  kindTitle: Text
  title: Text
  description?: string | null
  stage: Stage
  severity: Severity
  rule?: string | null
  subject?: { kind: string; id: string; title: Text } | null
  areaPath: string
  position?: Position | null
  department?: string | null
  departmentName?: Text | null
  handler?: string | null
  reporter?: string | null
  reportedAt: string
  openedAt: string
  stageSince: string
  due?: string | null
  standing: string
  /** The worst of the clocks that run, or what they showed when they were stopped. */
  colour?: 'green' | 'yellow' | 'red' | 'overdue' | null
  suspendedSince?: string | null
  handledAt?: string | null
  closedAt?: string | null
  closedBy?: 'sensor' | 'officer' | 'run' | 'check' | 'merged' | null
  reopened: number
  historical: boolean
  /** The code of its category, and what that is called where a tree has it. */
  category?: string | null
  categoryName?: Text | null
}

export interface TimelineEntry {
  at: string
  /** A person, the platform by its rules, or the sensor by its word. */
  actor: 'person' | 'platform' | 'sensor'
  who?: string | null
  action: string
  from?: string | null
  to?: string | null
  note?: string | null
  values: Record<string, unknown>
}

export interface Verification {
  by: 'sensor' | 'officer' | 'run' | 'check'
  verifyFor?: string | null
  clearSince?: string | null
  runningSince?: string | null
  eligibleAt?: string | null
  lastSeen?: string | null
  maxSilence?: string | null
  blockedBy?: string | null
}

export interface Evidence {
  id: string
  alarms: string[]
  clearSince: string
  windowFrom: string
  windowTo: string
  lastSeen: string
  maxSilence?: string | null
  verifyFor: string
  /** The values at which each rule cleared, by rule. */
  values: Record<string, unknown>
  recordedAt: string
}

export interface Closure {
  id: string
  closedAt: string
  closedBy: 'sensor' | 'officer' | 'run' | 'check'
  /** The run of quality rules that closed it. */
  run?: string | null
  who?: string | null
  override: boolean
  reason?: string | null
  evidence?: string | null
}

export interface CaseAlarm {
  id: string
  rule: string
  title?: Text | null
  severity?: Severity | null
  state?: string | null
  raisedAt: string
  clearedAt?: string | null
}

export interface CaseView extends CaseRow {
  /** The stages that this kind of case goes through. */
  stages: Stage[]
  alarms: CaseAlarm[]
  /** What people reported, with what was reported to cases merged into this one. */
  reports: CaseReport[]
  timeline: TimelineEntry[]
  verification: Verification
  evidence: Evidence[]
  closures: Closure[]
  actions: string[]
}

export interface CaseCounts {
  open: number
  byStage: Record<string, number>
  overdue: number
  dueSoon: number
  closedToday: number
  closedTodayBySensor: number
  openedToday: number
  mine: number
}

export interface CaseAction {
  action: string
  note?: string
  department?: string
  handler?: string
}

/** An answer that past cases suggest: its share of their votes, and the words and cases that speak for it. */
export interface Suggestion {
  id: string
  title: Text
  /** Whether a case can be given it now. */
  inUse: boolean
  share: number
  words: string[]
  like: { id: string; number: string; title: Text }[]
}

export interface Suggestions {
  /** How many cases were learned from; 0 while nothing has been learned yet. */
  learnedFrom: number
  learnedAt?: string | null
  kinds: Suggestion[]
  categories: Suggestion[]
  departments: Suggestion[]
}

/** An open case that may be the same matter; the parts of its score are 0 to 1. */
export interface SimilarCase {
  of: CaseRow
  likeness: { score: number; place?: number | null; text?: number | null; time: number; sameKind: boolean }
  metres?: number | null
}

export interface Matter {
  kind?: string
  text: string
  position?: Position
  area?: string
}

export const cases = {
  url: BASE,
  list: (query: Query) => get<Page<CaseRow>>(BASE, query),
  get: (id: string) => get<CaseView>(`${BASE}/${id}`),
  counts: () => get<CaseCounts>(`${BASE}/counts`),
  act: (id: string, action: CaseAction) => post<CaseView>(`${BASE}/${id}/actions`, action),
  suggestions: (id: string) => get<Suggestions>(`${BASE}/${id}/suggestions`),
  suggestFor: (text: string, signal?: AbortSignal) => post<Suggestions>('/api/cases/v1/suggestions', { text }, { signal }),
  similar: (id: string) => get<{ items: SimilarCase[] }>(`${BASE}/${id}/similar`),
  similarTo: (matter: Matter, signal?: AbortSignal) => post<{ items: SimilarCase[] }>('/api/cases/v1/similar-cases', matter, { signal }),
  /** Puts a case aside as the same matter as another; answers that one. */
  merge: (id: string, into: string, reason: string) => post<CaseRow>(`${BASE}/${id}/merge`, { into, reason }),
  unmerge: (id: string, reason: string) => post<CaseRow>(`${BASE}/${id}/unmerge`, { reason }),
  liveUrl: () => `${BASE}/live`,
}
