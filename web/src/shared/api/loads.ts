import { get, getHeld, post, put, sendFile, type Ask, type Page } from '../http/client'
import type { Text } from '../i18n'

const LOADS = '/api/data/v1/loads'
const UPLOADS = '/api/data/v1/uploads'
const STORED = '/api/data/v1/stored'

export type LoadState =
  | 'queued'
  | 'reading'
  | 'reconciling'
  | 'checking'
  | 'promoting'
  | 'held'
  | 'promoted'
  | 'stopped'
  | 'failed'
  | 'cancelled'

export interface Side {
  present: number
  /** In hexadecimal. */
  sum: string
}

export interface Pair {
  name: string
  column?: string | null
  source: Side
  target: Side
  same: boolean
}

/** What was delivered beside what the table holds. */
export interface Reconciliation {
  told?: number | null
  read: number
  stored: number
  refused: number
  removed: number
  table: number
  fields: Pair[]
  columns: Pair[]
  broken: Text[]
}

export interface Mapping {
  field: string
  column: string
  standard?: string | null
  format?: string | null
}

export interface Load {
  id: string
  dataset: string
  title: Text
  number?: number | null
  state: LoadState
  order: { feed: string; spec: Record<string, unknown>; mapping: Mapping[]; source?: string | null; corrects?: string | null }
  expected: number
  read: number
  stored: number
  refused: number
  removed: number
  columns: string[]
  reconciliation?: Reconciliation | null
  faults: { check: string; reason: Text; rows: number; stops: boolean }[]
  error?: Text | null
  startedBy: string
  release?: { by: string; reason: string } | null
  steps: Partial<Record<LoadState, string>>
  startedAt: string
  endedAt?: string | null
}

export interface RefusedRow {
  row: number
  line: number
  cells: (string | null)[]
  faults: { field: string; reason: Text }[]
  settledBy?: string | null
}

export interface RefusedPage {
  columns: string[]
  items: RefusedRow[]
  next?: number | null
}

export interface Upload {
  id: string
  name: string
  bytes: number
  sha256: string
  storedAt: string
}

export interface Shape {
  format?: string
  encoding?: string
  delimiter?: string
  quote?: string
  header?: number
  first?: number
  sheet?: string
  path?: string
}

export type FieldType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'instant'

export interface DraftField {
  column: string
  name: string
  title: Text
  type: FieldType
  format?: string | null
  standard?: string | null
  sensitivity: number
  filled: number
  failing: number
  failures: string[]
  examples: string[]
}

export interface Preview {
  upload: Upload
  detected: { shape: Shape; packed: boolean; sheets: string[]; lists: string[]; confidence: number; notes: Text[] }
  draft: {
    columns: string[]
    fields: DraftField[]
    rows: { line: number; cells: (string | null)[]; broken?: Text | null }[]
    read: number
    all: boolean
  }
}

export interface StoredField {
  name: string
  title: Text
  type: FieldType
  unit?: string | null
  sensitivity: number
  standard?: string | null
  origin?: string | null
}

export interface StoredDefinition {
  id: string
  title: Text
  owner: string
  mode: 'replace' | 'merge' | 'append'
  fields: StoredField[]
  keys: string[]
  timeField?: string
  areaPathField?: string | null
  keep?: number
  pack?: string | null
}

export interface StoredDataset {
  definition: StoredDefinition
  version: number
  revision?: number | null
  rows: number
  refreshedAt?: string | null
}

export interface Revision {
  number: number
  state: 'open' | 'promoted' | 'discarded' | 'expired'
  cause: string
  rows: number
  openedAt: string
  promotedAt?: string | null
  current: boolean
}

export interface LoadOrder {
  dataset?: string
  title?: Text
  spec: Record<string, unknown>
  mapping: Mapping[]
  whole?: boolean
  corrects?: string
  define?: StoredDefinition
}

export const loads = {
  url: LOADS,
  liveUrl: () => `${LOADS}/live`,
  list: (asked: { dataset?: string; state?: string; cursor?: string; limit?: number }) => get<Page<Load>>(LOADS, asked),
  get: (id: string) => get<Load>(`${LOADS}/${id}`),
  start: (order: LoadOrder) => post<Load>(LOADS, order),
  cancel: (id: string) => post<Load>(`${LOADS}/${id}/cancel`),
  release: (id: string, reason: string) => post<Load>(`${LOADS}/${id}/release`, { reason }),
  refused: (id: string, after: number, limit: number) => get<RefusedPage>(`${LOADS}/${id}/refused`, { after, limit }),
  refusedUrl: (id: string, lang: string) => `${LOADS}/${id}/refused.csv?lang=${lang}`,
  resubmit: (id: string, rows: { row: number; cells: Record<string, string> }[], mapping: Mapping[] = []) =>
    post<Load>(`${LOADS}/${id}/refused/resubmit`, { rows, mapping }),
  upload: (file: Blob, name: string) => sendFile<Upload>(`${UPLOADS}?name=${encodeURIComponent(name)}`, file),
  preview: (upload: string, shape: Shape) => post<Preview>(`${UPLOADS}/${upload}/preview`, shape),
  contentUrl: (upload: string) => `${UPLOADS}/${upload}/content`,
  stored: async () => (await get<Page<StoredDataset>>(STORED)).items,
  storedOne: (id: string) => get<StoredDataset>(`${STORED}/${encodeURIComponent(id)}`),
  definition: (id: string) => getHeld<StoredDataset>(`${STORED}/${encodeURIComponent(id)}`),
  define: (definition: StoredDefinition, ask: Ask) =>
    put<StoredDataset>(`${STORED}/${encodeURIComponent(definition.id)}`, definition, ask),
  revisions: async (id: string) => (await get<Page<Revision>>(`${STORED}/${encodeURIComponent(id)}/revisions`)).items,
}
