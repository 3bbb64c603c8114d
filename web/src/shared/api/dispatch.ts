import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/cases/v1'

interface OfCase {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: Text
}

/** What a supporting department is to do. */
export interface SupportTask extends OfCase {
  department: string
  words: string
  state: 'waiting' | 'taken' | 'done' | 'returned' | 'released'
  askedAt: string
  askedBy: string
  due?: string | null
  changedAt: string
  changedBy?: string | null
  reason?: string | null
}

export interface Dispute extends OfCase {
  department: string
  proposed?: string | null
  reason: string
  state: 'open' | 'decided' | 'lapsed'
  disputedAt: string
  disputedBy: string
  ruling?: string | null
  rulingReason?: string | null
  decidedBy?: string | null
}

export interface Supervision extends OfCase {
  department?: string | null
  level: 1 | 2 | 3
  reason: string
  origin: 'person' | 'platform'
  state: 'open' | 'answered' | 'closed'
  raisedAt: string
  raisedBy?: string | null
  answerDue: string
  late: boolean
  answer?: string | null
  answeredAt?: string | null
  answeredBy?: string | null
  refused: number
  ending?: string | null
}

export interface Urge extends OfCase {
  origin: 'officer' | 'reporter'
  department?: string | null
  words: string
  urgedAt: string
  urgedBy?: string | null
}

/** What the viewer may do now, by the id of the row, or of the case for what begins one. */
export type Actions = Record<string, string[]>
type Items<T> = { items: T[]; actions: Actions }
const of = (id: string) => `${BASE}/cases/${id}`

export const dispatch = {
  tasks: (id: string) => get<Items<SupportTask>>(`${of(id)}/tasks`),
  disputes: (id: string) => get<Items<Dispute>>(`${of(id)}/disputes`),
  supervisions: (id: string) => get<Items<Supervision>>(`${of(id)}/supervisions`),
  urges: (id: string) => get<Items<Urge>>(`${of(id)}/urges`),
  send: (id: string, what: string, body: Record<string, unknown>) => post<unknown>(`${of(id)}/${what}`, body),
  supervisionsUrl: `${BASE}/supervisions`,
  allSupervisions: (query: Query) => get<Page<Supervision>>(`${BASE}/supervisions`, query),
}
