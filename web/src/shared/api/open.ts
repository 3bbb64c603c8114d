import { get, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position } from './alarm'

const BASE = '/api/cases/v1/open'

/** A case as everybody may see it. */
export interface OpenCase {
  number: string
  kind: string
  kindTitle: Text
  status: 'open' | 'closed'
  stage: string
  area?: string | null
  areaName?: Text | null
  position?: Position | null
  /** How exact the position is; `area` is none. */
  place: 'exact' | 'near' | 'area'
  description?: string | null
  photos: string[]
  reports: number
  openedAt: string
  changedAt: string
  closedAt?: string | null
}

export interface OpenAbout {
  city: Text
  kinds: { id: string; title: Text; group: Text; place: string }[]
  areas: { code: string; name: Text; parent?: string | null; centre?: Position | null }[]
}

export const openCases = {
  about: () => get<OpenAbout>(`${BASE}/about`, {}, { mayBeNobody: true }),
  list: (query: Query) => get<Page<OpenCase>>(`${BASE}/cases`, query, { mayBeNobody: true }),
}
