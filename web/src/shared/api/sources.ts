import { get, getHeld, newKey, post, put, remove, type Held, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/data/v1/sources'

export const KINDS = ['jdbc', 'http', 'file', 'push', 'capture'] as const
export type Kind = (typeof KINDS)[number]

export interface FieldMapping {
  field: string
  column: string
  standard?: string | null
  format?: string | null
}

export interface Schedule {
  everyMinutes?: number | null
  at?: string[]
  days?: string[]
  cron?: string | null
  window?: { from: string; to: string } | null
}

export interface LastLoad {
  load: string
  state: string
  read: number
  stored: number
  rejected: number
  error?: Text | null
  at: string
}

export interface Running {
  load: string
  state: string
  read: number
  expected: number
  rejected: number
  job?: string | null
}

/** How a followed table stands. */
export interface Following {
  state: 'new' | 'snapshot' | 'following'
  position?: number | null
  lagBytes?: number | null
  seenAt?: string | null
  error?: Text | null
}

export interface Source {
  id: string
  name: string
  kind: Kind
  description: string
  organisation?: string | null
  config: Record<string, unknown>
  /** Names of what is sealed. */
  secrets: string[]
  target?: { dataset: string; mapping: FieldMapping[] } | null
  schedule?: Schedule | null
  state: 'new' | 'good' | 'failing' | 'running' | 'paused'
  mark?: unknown
  nextRun?: string | null
  running?: Running | null
  last?: LastLoad | null
  failures: number
  following?: Following | null
  createdAt: string
}

export type SourceDraft = Pick<Source, 'name' | 'kind' | 'description' | 'organisation' | 'config' | 'target' | 'schedule'>

export interface Preview {
  columns: string[]
  rows: { line: number; cells: (string | null)[]; broken?: Text | null }[]
  expected?: number | null
}

interface StoredName {
  definition: { id: string; title: Text }
}

const at = (id: string) => `${BASE}/${encodeURIComponent(id)}`

export const sources = {
  url: BASE,
  list: async () => (await get<Page<Source>>(BASE)).items,
  one: (id: string) => getHeld<Source>(at(id)),
  create: (draft: SourceDraft, key: string) => post<Source>(BASE, draft, { key }),
  change: (id: string, draft: SourceDraft, tag: string) => put<Source>(at(id), draft, { tag }),
  remove: (id: string, tag: string, leave: boolean) => remove<void>(`${at(id)}?leave=${leave}`, { tag }),
  test: (draft: SourceDraft, id?: string) =>
    post<{ found: Text; millis: number }>(id ? `${BASE}/test?id=${id}` : `${BASE}/test`, draft, { key: newKey() }),
  preview: (id: string) => get<Preview>(`${at(id)}/preview`, { limit: 20 }),
  run: (id: string, whole: boolean) => post<{ load: string }>(`${at(id)}/run?anyTime=true&whole=${whole}`),
  /** The next reading begins at the beginning. */
  forget: (id: string) => remove<Source>(`${at(id)}/mark`),
  pause: (id: string) => post<Source>(`${at(id)}/pause`),
  resume: (id: string) => post<Source>(`${at(id)}/resume`),
  /** Datasets that take rows. */
  targets: async () => (await get<Page<StoredName>>('/api/data/v1/stored')).items.map((one) => one.definition),
}

export type { Held }
