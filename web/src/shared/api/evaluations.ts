import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/cases/v1'

export interface SchemeItem {
  id: string
  title: Text
  measures: { measure: string; title: Text; weight: number; full: number; none: number }[]
  grades: Record<string, number>
  leastCases: number
}

export interface Evaluation {
  id: string
  scheme: string
  title: Text
  from: string
  to: string
  computedAt: string
  computedBy: string
  state: 'computing' | 'done'
  cases: number
  digest?: string | null
  confirmations: number
  confirmedAt?: string | null
}

export interface Figure {
  n: number
  sum: number
  value: number
  points?: number | null
  weight?: number | null
}

export interface EvaluationRow {
  dimension: 'city' | 'area' | 'department' | 'post'
  key: string
  name: Text
  path: string
  cases: number
  measures: Record<string, Figure>
  score?: number | null
  grade?: string | null
  correctedMeasures?: Record<string, Figure> | null
  correctedScore?: number | null
  correctedGrade?: string | null
}

export interface EvaluationMark {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: Text
  measure: string
  at: string
  department?: string | null
  post?: string | null
  n: number
  value: number
  appeal?: 'asked' | 'granted' | 'refused' | null
}

export interface EvaluationAppeal {
  id: string
  evaluation: string
  mark: string
  caseId: string
  caseNumber: string
  caseTitle: Text
  measure: string
  department?: string | null
  reason: string
  askedAt: string
  askedBy: string
  state: 'asked' | 'granted' | 'refused'
  decidedAt?: string | null
  decidedBy?: string | null
  decision?: string | null
}

export const evaluations = {
  schemes: () => get<Page<SchemeItem>>(`${BASE}/evaluation-schemes`),
  list: (query: Query) => get<Page<Evaluation>>(`${BASE}/evaluations`, query),
  start: (wish: { scheme: string; month?: string; from?: string; to?: string }) =>
    post<{ evaluation: string; job: string }>(`${BASE}/evaluations`, wish),
  rowsUrl: (id: string) => `${BASE}/evaluations/${id}/rows`,
  rows: (id: string, dimension: string) => get<Page<EvaluationRow>>(`${BASE}/evaluations/${id}/rows`, { dimension }),
  marksUrl: (id: string) => `${BASE}/evaluations/${id}/marks`,
  marks: (id: string, query: Query) => get<Page<EvaluationMark>>(`${BASE}/evaluations/${id}/marks`, query),
  appeal: (id: string, mark: string, reason: string) =>
    post<EvaluationAppeal>(`${BASE}/evaluations/${id}/appeals`, { mark, reason }),
  appealsUrl: `${BASE}/evaluation-appeals`,
  appeals: (query: Query) => get<Page<EvaluationAppeal>>(`${BASE}/evaluation-appeals`, query),
  decide: (id: string, granted: boolean, reason: string) =>
    post<EvaluationAppeal>(`${BASE}/evaluation-appeals/${id}/decision`, { granted, reason }),
}
