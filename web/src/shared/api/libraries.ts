import { get, getHeld, post, put, remove, type Ask, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { Job } from './core'

const BASE = '/api/data/v1/libraries'

export interface LibraryField {
  name: string
  title: Text
  type: string
  unit?: string | null
  sensitivity: number
  survive: string[]
}

export interface LibrarySource {
  id: string
  title: Text
  dataset: string
  priority: number
  pack?: string | null
  version: number
  revision?: number | null
  readAt?: string | null
  rows: number
  members: number
  refused: number
  unreadable: number
  note?: Text | null
  definition: SourceDefinition
}

export interface Library {
  id: string
  title: Text
  description: Text
  owner: string
  dataset: string
  pack?: string | null
  version: number
  /** members = records + rows merged away */
  records: number
  members: number
  review: number
  building: boolean
  builtAt?: string | null
  fields: LibraryField[]
  keys: { id: string; title: Text; fields: string[]; identity: boolean }[]
  rules: { id: string; sure: number; review: number; parts: { field: string; by: string; weight: number }[] }[]
  sources: LibrarySource[]
  definition: LibraryDefinition
}

/** A library as its author writes it; what is left out has its usual value. */
export interface LibraryDefinition {
  id: string
  title: Text
  description?: Text
  owner?: string
  label: string
  areaPath?: string
  survive?: string[]
  largest?: number
  margin?: number
  automatic?: boolean
  fields: {
    name: string
    title: Text
    type?: string
    unit?: string
    sensitivity?: number
    standard?: string
    survive?: string[]
    follows?: string
  }[]
  keys?: { id: string; title?: Text; fields: string[]; identity?: boolean }[]
  fuzzy?: {
    id: string
    blocks: { field: string; by: string }[]
    compare: { field: string; by: string; weight?: number; required?: boolean }[]
    sure: number
    review: number
  }[]
}

/** How a dataset feeds a library. */
export interface SourceDefinition {
  id?: string
  library?: string
  dataset: string
  title?: Text
  priority?: number
  freshness?: string
  key?: string[]
  where?: unknown[]
  fields: Record<string, string | { column: string; standard?: string }>
}

export interface RecordItem {
  id: number
  label: string
  members: number
  sources: string[]
  changedAt: string
}

export interface SourceRow {
  id: number
  source: string
  title: Text
  dataset: string
  revision?: number | null
  row: string
  changedAt?: string | null
  values: Record<string, string>
}

export interface RecordValue {
  field: string
  title: Text
  type: string
  unit?: string | null
  value?: string | null
  /** The row that gives it. */
  origin?: number | null
  survive: string[]
  /** How many different values other rows have. */
  others: number
}

export interface Reason {
  kind: 'key' | 'likeness'
  name: string
  value?: string | null
  rows: number[]
  score?: number | null
  parts: Record<string, number>
}

export interface Happening {
  kind: string
  at: string
  other?: number | null
  rows: string[]
  build: number
}

export interface Decision {
  id: number
  kind: 'together' | 'apart' | 'allow'
  shown: string
  note: string
  who: string
  at: string
  revokedAt?: string | null
  revokedBy?: string | null
}

export interface GoldenRecord {
  library: string
  id: number
  label: string
  gone: boolean
  goneInto?: number | null
  changedAt: string
  values: RecordValue[]
  rows: SourceRow[]
  reasons: Reason[]
  history: Happening[]
  decisions: Decision[]
}

export interface Pair {
  left: number
  right: number
  leftLabel: string
  rightLabel: string
  leftMembers: number
  rightMembers: number
  rule: string
  score: number
  parts: Record<string, number>
  refusal?: string | null
  leftRow: SourceRow
  rightRow: SourceRow
  leftValues: Record<string, string>
  rightValues: Record<string, string>
}

export interface Oddity {
  kind: 'held' | 'contradiction'
  key: string
  hash: string
  value: string
  rows: number
  records: RecordItem[]
}

export interface Build {
  id: number
  kind: string
  state: string
  job?: string | null
  startedAt: string
  endedAt?: string | null
  counts: Record<string, number | string>
  notes: Text[]
}

export interface Outcome {
  decision: Decision
  /** False while a build is at work: then it holds with the next one. */
  applied: boolean
  records: number[]
}

export interface RawRow {
  dataset: string
  row: string
  cells: Record<string, string>
}

export type NewDecision =
  | { kind: 'together' | 'apart'; records: number[]; note?: string }
  | { kind: 'apart'; record: number; rows: number[]; note?: string }
  | { kind: 'allow'; key: string; hash: string; shown: string; note?: string }

const of = (id: string, rest = '') => `${BASE}/${encodeURIComponent(id)}${rest}`

export const libraries = {
  url: BASE,
  list: () => get<Page<Library>>(BASE),
  get: (id: string) => getHeld<Library>(of(id)),
  define: (definition: LibraryDefinition, ask: Ask) => put<Library>(of(definition.id), definition, ask),
  drop: (id: string, ask: Ask) => remove<void>(of(id), ask),
  attach: (id: string, source: string, definition: SourceDefinition, ask: Ask) =>
    put<LibrarySource>(of(id, `/sources/${encodeURIComponent(source)}`), definition, ask),
  detach: (id: string, source: string, ask: Ask) => remove<void>(of(id, `/sources/${encodeURIComponent(source)}`), ask),
  build: (id: string, whole: boolean) => post<Job>(of(id, `/builds${whole ? '?whole=true' : ''}`)),
  builds: (id: string, limit: number) => get<Page<Build>>(of(id, '/builds'), { limit }),
  recordsUrl: (id: string) => of(id, '/records'),
  records: (id: string, query: { search?: string; members?: string; cursor?: string; limit?: number }) =>
    get<Page<RecordItem>>(of(id, '/records'), query),
  record: (id: string, record: string) => get<GoldenRecord>(of(id, `/records/${encodeURIComponent(record)}`)),
  rawRow: (id: string, row: number) => get<RawRow>(of(id, `/rows/${row}`)),
  review: (id: string, cursor?: string) => get<Page<Pair>>(of(id, '/review'), { cursor, limit: 20 }),
  reviewUrl: (id: string) => of(id, '/review'),
  oddities: (id: string) => get<Page<Oddity>>(of(id, '/oddities')),
  decisions: (id: string, limit: number) => get<Page<Decision>>(of(id, '/decisions'), { limit }),
  decide: (id: string, decision: NewDecision) => post<Outcome>(of(id, '/decisions'), decision),
  revoke: (id: string, decision: number) => remove<Outcome>(of(id, `/decisions/${decision}`)),
}
