import { address, get, post, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1/audit'

export interface AuditEntry {
  id: string
  at: string
  account?: string | null
  who?: string | null
  event: string
  outcome: 'done' | 'refused' | 'failed'
  code?: string | null
  kind?: string | null
  thing?: string | null
  details: Record<string, string>
  address?: string | null
  /** Its place in the chain, once it is sealed. */
  number?: number | null
  hash?: string | null
  masked?: boolean
}

export interface AuditQuery {
  who?: string
  account?: string
  event?: string
  outcome?: string
  kind?: string
  id?: string
  text?: string
  from?: string
  to?: string
  cursor?: string
  limit?: number
  format?: string
}

export interface ChainHead {
  number: number
  hash: string
  algorithm?: string
  at?: string
}

export interface AuditState {
  entries: number
  sealed: number
  head?: ChainHead | null
  algorithm: string
  oldest?: string | null
  partitions: { month: string; entries: number }[]
}

export interface Verification {
  entries: number
  whole: boolean
  head?: ChainHead | null
  broken?: { at: string; id: string; number: number; what: string; detail: Text } | null
}

/** One bulk access of sensitive data. */
export interface ReadLog {
  entry: string
  count: number
  hash: string
  matches: boolean
  items: unknown[]
}

export const audit = {
  entries: (query: AuditQuery) => get<Page<AuditEntry>>(BASE, { ...query }),
  entry: (id: string) => get<AuditEntry>(`${BASE}/${encodeURIComponent(id)}`),
  listUrl: (query: AuditQuery) => address(BASE, { ...query }),
  state: () => get<AuditState>(`${BASE}/state`),
  verify: (from?: string, to?: string) => post<{ job: string }>(`${BASE}/verify`, { from: from ?? null, to: to ?? null }),
  exportUrl: (from?: string, to?: string) => address(`${BASE}/export`, { from, to }),
  reads: (id: string) => get<ReadLog>(`${BASE}/reads/${encodeURIComponent(id)}`),
}
