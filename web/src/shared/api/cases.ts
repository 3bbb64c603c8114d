import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position, Severity } from './alarm'

const BASE = '/api/cases/v1/cases'

export const STAGES = ['report', 'accept', 'file', 'dispatch', 'handle', 'verify', 'close'] as const
export type Stage = (typeof STAGES)[number]

export interface CaseRow {
  id: string
  number: string
  kind: string
  title: Text | string
  stage: Stage
  severity: Severity
  areaPath: string
  department?: string | null
  handler?: string | null
  reportedAt: string
  due?: string | null
  standing?: string | null
  closedAt?: string | null
  position?: Position | null
}

export interface TimelineEntry {
  at: string
  who?: string | null
  action: string
  from?: string | null
  to?: string | null
  note?: string | null
  values?: Record<string, unknown> | null
}

export interface Verification {
  by: string
  verifyFor?: string | null
  clearSince?: string | null
  eligibleAt?: string | null
  blockedBy?: string | Text | null
}

export interface CaseView extends CaseRow {
  description?: string | null
  alarms: (string | { id: string })[]
  subject?: { kind: string; id: string } | null
  timeline: TimelineEntry[]
  verification?: Verification | null
  actions: string[]
}

export interface CaseCounts {
  byStage?: Record<string, number>
  overdue?: number
  closedToday?: number
  closedTodayBySensor?: number
}

export interface CaseAction {
  action: string
  note?: string
  department?: string
  handler?: string
}

export const cases = {
  list: (query: Query) => get<Page<CaseRow>>(BASE, query),
  get: (id: string) => get<CaseView>(`${BASE}/${id}`),
  counts: () => get<CaseCounts>(`${BASE}/counts`),
  act: (id: string, action: CaseAction) => post<unknown>(`${BASE}/${id}/actions`, action),
  liveUrl: () => `${BASE}/live`,
}
