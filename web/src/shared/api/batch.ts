import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { Stage } from './cases'

const BASE = '/api/cases/v1/cases'

/** The server takes no more cases at once. */
export const MOST_AT_ONCE = 500

export type BatchDeed = 'accept' | 'file' | 'dispatch' | 'assign' | 'categorise' | 'note'

export interface BatchOrder {
  action: BatchDeed
  note?: string
  department?: string
  person?: string
  category?: string
}

export interface BatchLine {
  id: string
  number?: string | null
  done: boolean
  stage?: Stage | null
  code?: string | null
  why?: Text | null
  detail?: string | null
}

export interface BatchOutcome {
  done: number
  refused: number
  items: BatchLine[]
}

export interface CaseHandler {
  id: string
  name: string
}

export const batch = {
  carryOut: (ids: string[], order: BatchOrder) => post<BatchOutcome>(`${BASE}/batch`, { ids, ...order }),
  handlers: async (id: string) => (await get<Page<CaseHandler>>(`${BASE}/${id}/handlers`)).items,
  assign: (id: string, person: string, note?: string) => post<unknown>(`${BASE}/${id}/assignment`, { person, note }),
}
