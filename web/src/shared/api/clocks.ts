import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/cases/v1'

export type ClockColour = 'green' | 'yellow' | 'red' | 'overdue'
export type ClockAction = 'suspend' | 'extend' | 'resume' | 'decide'

/** One clock of a case; spans are ISO 8601 durations of counted time. */
export interface CaseClock {
  name: string
  state: 'running' | 'suspended' | 'ended'
  colour?: ClockColour | null
  working: boolean
  calendar?: string | null
  allowed?: string | null
  extended: string
  extensions: number
  entries: number
  used: string
  startedAt: string
  stoppedAt?: string | null
  yellowAt?: string | null
  redAt?: string | null
  dueAt?: string | null
  onTime?: boolean | null
}

export interface ClockRequest {
  seq: number
  what: 'suspend' | 'extend'
  stage: string
  more?: string | null
  reason?: string | null
  state: 'asked' | 'granted' | 'refused' | 'lapsed'
  askedAt: string
  askedBy?: string | null
  decidedAt?: string | null
  decidedBy?: string | null
  decision?: string | null
}

export interface ListedClockRequest extends ClockRequest {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: Text
  department?: string | null
}

export interface CaseClocks {
  clocks: CaseClock[]
  requests: ClockRequest[]
  suspendedSince?: string | null
  at: string
  actions: ClockAction[]
}

const of = (id: string) => `${BASE}/cases/${id}/clocks`

export const clocks = {
  get: (id: string) => get<CaseClocks>(of(id)),
  ask: (id: string, what: 'suspend' | 'extend', reason: string, more?: string) =>
    post<CaseClocks>(`${of(id)}/requests`, { what, reason, more }),
  decide: (id: string, seq: number, granted: boolean, reason?: string, more?: string) =>
    post<CaseClocks>(`${of(id)}/requests/${seq}/decision`, { granted, reason, more }),
  resume: (id: string, reason: string) => post<CaseClocks>(`${of(id)}/resume`, { reason }),
  requestsUrl: `${BASE}/clock-requests`,
  requests: (query: Query) => get<Page<ListedClockRequest>>(`${BASE}/clock-requests`, query),
}
