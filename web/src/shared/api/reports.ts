import { get, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { Position } from './alarm'

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
  type: 'string' | 'number' | 'integer' | 'array'
  format?: string
  lines?: boolean
  enum?: string[]
  items?: { enum: string[] }
  words?: Record<string, Text>
}

/** A kind of case with what it asks of whoever reports; `fields` is the order. */
export interface CaseKind {
  id: string
  title: Text
  form?: { required?: string[]; properties: Record<string, FormField> } | null
  fields: string[]
}

export const caseKinds = {
  list: () => get<Page<CaseKind>>('/api/cases/v1/kinds'),
}

export const reports = {
  photoUrl: (id: string) => `/api/cases/v1/report-photos/${id}`,
}
