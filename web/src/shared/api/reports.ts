import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position, Severity } from './alarm'
import type { Area } from './core'

const BASE = '/api/cases/v1'
const RESIDENT = `${BASE}/resident`

export interface ReportPhoto {
  id: string
  type: string
  bytes: number
  /** What the camera wrote of time and place; the public never gets it. */
  takenAt?: string | null
  position?: Position | null
  published: boolean
}

export interface CaseReport {
  id: string
  number: string
  caseId: string
  caseNumber: string
  openedCase: boolean
  merged: boolean
  channel: 'hotline' | 'grid' | 'resident' | 'open311' | 'api'
  kind: string
  words: string
  description?: string | null
  attributes: Record<string, unknown>
  areaPath: string
  outside: boolean
  position?: Position | null
  address?: string | null
  seenAt?: string | null
  reportedAt: string
  takenBy?: string | null
  anonymous: boolean
  /** Masked, as the telephone is. */
  name?: string | null
  phone?: string | null
  hasContact: boolean
  photos: ReportPhoto[]
}

export interface FormField {
  title: Text
  help?: Text
  type: 'string' | 'number' | 'integer' | 'array' | 'boolean'
  format?: string
  lines?: boolean
  minimum?: number
  maximum?: number
  maxLength?: number
  enum?: string[]
  items?: { enum: string[] }
  words?: Record<string, Text>
}

/** What a kind asks of whoever reports; `fields` is the order. */
export interface Asked {
  id: string
  title: Text
  form?: { required?: string[]; properties: Record<string, FormField> } | null
  fields: string[]
}

/** What an operator asks a caller and tells him. */
export interface Guide {
  ask?: Text[]
  tell?: Text[]
}

export interface CaseKind extends Asked {
  guide?: Guide | null
}

/** What residents may report, as they are asked for it. */
export interface Service extends Asked {
  description: Text
  group: Text
}

export interface Services extends Page<Service> {
  /** False when the city takes no reports by its page. */
  open: boolean
  photosPerReport: number
}

/** A report as a person files it. */
export interface ReportBody {
  kind: string
  channel?: string
  description?: string
  severity?: Severity
  area?: string
  position?: [number, number]
  address?: string
  seenAt?: string
  attributes?: Record<string, unknown>
  anonymous?: boolean
  reporter?: { name?: string; phone?: string; email?: string }
  /** The open case that it joins. */
  case?: string
}

/** What whoever reported needs to follow it; the code is told once. Residents get no more than the two. */
export interface Receipt {
  id?: string
  number: string
  code: string
  opened?: boolean
  caseId?: string
  caseNumber?: string
}

export interface Contact {
  name?: string | null
  phone?: string | null
  email?: string | null
}

/** How far a report is: stages and times, no names. */
export interface Progress {
  number: string
  kind: Text
  reportedAt: string
  stage: string
  since: string
  closedAt?: string | null
  merged: boolean
  steps: { at: string; stage: string }[]
}

export const caseKinds = {
  list: () => get<Page<CaseKind>>(`${BASE}/kinds`),
}

export const reports = {
  url: `${BASE}/reports`,
  list: (query: Query) => get<Page<CaseReport>>(`${BASE}/reports`, query),
  send: (body: ReportBody, key: string) => post<Receipt>(`${BASE}/reports`, body, { key }),
  photoUrl: (id: string) => `${BASE}/report-photos/${id}`,
  addPhotoUrl: (id: string) => `${BASE}/reports/${id}/photos`,
  publish: (photo: string, published: boolean) => post<void>(`${BASE}/report-photos/${photo}/publication`, { published }),
  contact: (id: string) => post<Contact>(`${BASE}/reports/${id}/contact`),
  /** What a telephone reported before; that somebody looked is on record. */
  ofCaller: (phone: string, signal?: AbortSignal) => post<{ items: CaseReport[] }>(`${BASE}/callers`, { phone }, { signal }),
}

export const resident = {
  services: () => get<Services>(`${RESIDENT}/services`, {}, { mayBeNobody: true }),
  areas: () => get<Page<Area>>(`${RESIDENT}/areas`, {}, { mayBeNobody: true }),
  send: (body: ReportBody, key: string) => post<Receipt>(`${RESIDENT}/reports`, body, { key, mayBeNobody: true }),
  addPhotoUrl: (number: string) => `${RESIDENT}/reports/${encodeURIComponent(number)}/photos`,
  follow: (number: string, code: string) => post<Progress>(`${BASE}/follow`, { number, code }, { mayBeNobody: true }),
}
