import { get, post, sendFile, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position, Severity } from './alarm'

const BASE = '/api/cases/v1/checks'

export interface CheckPhoto {
  id: string
  type: string
  bytes: number
  takenAt?: string | null
  position?: Position | null
}

export interface CheckItem {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: Text
  severity: Severity
  areaPath: string
  casePosition?: Position | null
  department?: string | null
  way: 'grid' | 'callback'
  cause: 'verify' | 'sample'
  state: 'open' | 'passed' | 'failed' | 'unreached' | 'lapsed'
  askedAt: string
  /** The report whose reporter is to be called. */
  report?: string | null
  takenBy?: string | null
  tries: number
  endedAt?: string | null
  answeredBy?: string | null
  note?: string | null
  score?: number | null
  position?: Position | null
  /** How far from the case's place the answer was given. */
  metres?: number | null
  photos: CheckPhoto[]
  /** Why the viewer may not answer it. */
  refusal?: Text | null
}

export interface CheckAnswer {
  passed?: boolean
  reached?: boolean
  solved?: boolean
  score?: number
  note?: string
  position?: Position
}

export interface ReporterContact {
  name?: string | null
  phone?: string | null
  email?: string | null
}

export const checks = {
  url: BASE,
  list: (query: Query) => get<Page<CheckItem>>(BASE, query),
  take: (id: string) => post<CheckItem>(`${BASE}/${id}/take`),
  answer: (id: string, answer: CheckAnswer) => post<CheckItem>(`${BASE}/${id}/answer`, answer),
  addPhoto: (id: string, photo: Blob) => sendFile<CheckPhoto>(`${BASE}/${id}/photos`, photo),
  photoUrl: (id: string) => `/api/cases/v1/check-photos/${id}`,
  contact: (report: string) => post<ReporterContact>(`/api/cases/v1/reports/${report}/contact`),
}
