import { get, getHeld, post, put, remove, sendFile, type Ask, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/data/v1/catalogue'

export const SHARINGS = ['unconditional', 'conditional', 'none'] as const
export const OPENNESSES = ['open', 'conditional', 'closed'] as const
export const CYCLES = [
  'realtime',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'irregular',
] as const
export const FORMATS = ['database', 'table', 'interface', 'document', 'image', 'media', 'geodata', 'other'] as const
export const FACETS = [
  'organisation',
  'class',
  'sharing',
  'openness',
  'layer',
  'cycle',
  'format',
  'state',
  'late',
] as const

export type FacetName = (typeof FACETS)[number]

export interface EntryField {
  name: string
  title: string
  type: string
  length?: number | null
  unit?: string | null
  sensitivity: number
}

export interface EntryContent {
  title: string
  titleEn: string
  summary: string
  classCode: string
  format: string
  fields: EntryField[]
  sharing: string
  sharingBasis?: string | null
  sharingWay?: string | null
  openness: string
  opennessBasis?: string | null
  cycle: string
  subjects: string[]
  related: string[]
  layer: string
  sensitivity: number
}

export interface EntryFault {
  place: string
  detail: Text
}

export type EntryState = 'draft' | 'review' | 'published' | 'withdrawn'

export interface Entry {
  id: string
  dataset?: string | null
  code: string
  organisation: string
  organisationName: Text
  state: EntryState
  version: number
  content: EntryContent
  revision?: EntryContent | null
  revisionState?: EntryState | null
  reviewNote?: string | null
  origin: string
  changedAt: string
  submittedAt?: string | null
  publishedAt?: string | null
  reads: number
  newest?: string | null
  late: boolean
  lateSince?: string | null
  lateFrom?: string | null
  may: string[]
  missing: EntryFault[]
  drift?: { gone: boolean; notInEntry: string[]; notInDataset: string[] } | null
}

export interface Marked {
  text: string
  marks: [number, number][]
}

export interface Hit {
  id: string
  dataset?: string | null
  code: string
  title: Text
  marked: Marked
  found?: Marked | null
  organisation: string
  organisationName: Text
  classCode: string
  layer: string
  format: string
  sharing: string
  openness: string
  cycle: string
  sensitivity: number
  fields: number
  state: EntryState
  revising: boolean
  version: number
  changedAt: string
  newest?: string | null
  late: boolean
  reads: number
}

export interface FacetCount {
  value: string
  title: Text
  count: number
}

export interface SearchAnswer extends Page<Hit> {
  total: number
  facets: Record<FacetName, FacetCount[]>
  complete: boolean
  millis: number
}

export interface CatalogueClass {
  code: string
  title: Text
  parent?: string | null
}

export interface Change {
  place: string
  before: string
  after: string
}

export interface EntryVersion {
  version: number
  publishedAt: string
  organisation: string
  reviewer: string
  note?: string | null
  content: EntryContent
}

export interface EntryStep {
  deed: string
  at: string
  who: string
  version: number
  note?: string | null
}

export interface HeatDay {
  day: string
  reads: Record<string, number>
}

export interface Subscription {
  entry: string
  onRefresh: boolean
  onVersion: boolean
  onWithdrawal: boolean
}

export interface MapPart {
  value: string
  title: Text
  count: number
  parts: MapPart[]
}

export interface Demand {
  id: number
  organisation: string
  title: string
  purpose: string
  basis: string
  classCode?: string | null
  fields: string[]
  cycle?: string | null
  neededBy?: string | null
  state: string
  raisedBy: string
  raisedByName: string
  raisedAt: string
  entry?: string | null
  provider?: string | null
  reason?: string | null
  decidedByName?: string | null
  decidedAt?: string | null
}

export interface DemandMatch {
  entry: string
  code: string
  title: string
  organisation: string
  state: EntryState
  why: {
    score: number
    fields: Record<string, string>
    missing: string[]
    words: string[]
    sameClass: boolean
  }
}

export interface Responsibility {
  id: number
  organisation: string
  title: string
  fields: string[]
  demand?: number | null
  entry?: string | null
  due: string
  state: string
  note?: string | null
  madeByName: string
  madeAt: string
  settledAt?: string | null
}

export interface Negative {
  id: number
  organisation: string
  title: string
  entry?: string | null
  fields: string[]
  basis: string
  blocks: string[]
  state: string
  madeBy: string
  madeByName: string
  madeAt: string
  decidedByName?: string | null
  decidedAt?: string | null
  reason?: string | null
}

export interface ImportRow {
  line: number
  title: string
  faults: EntryFault[]
}

export interface ImportOutcome {
  dry: boolean
  read: number
  sound: number
  created: string[]
  rows: ImportRow[]
}

export interface Written {
  organisation?: string
  content: EntryContent
}

const at = (id: string) => `${BASE}/entries/${encodeURIComponent(id)}`

export const catalogue = {
  foundUrl: `${BASE}/found`,
  mapUrl: `${BASE}/map`,
  search: (asked: Record<string, string | string[] | number | undefined>) =>
    get<SearchAnswer>(`${BASE}/search`, asked),
  suggestions: (q: string, signal?: AbortSignal) => get<string[]>(`${BASE}/suggestions`, { q }, { signal }),
  map: (asked: Record<string, string | string[] | undefined>) =>
    get<{ total: number; by: string[]; parts: MapPart[] }>(`${BASE}/map`, asked),
  classes: async () => (await get<Page<CatalogueClass>>(`${BASE}/classes`)).items,
  entry: (id: string) => getHeld<Entry>(at(id)),
  create: (body: Written, ask: Ask) => post<Entry>(`${BASE}/entries`, body, ask),
  write: (id: string, body: Written, ask: Ask) => put<Entry>(at(id), body, ask),
  discard: (id: string, tag: string) => remove<void>(`${at(id)}/draft`, { tag }),
  deed: (id: string, deed: string, body: unknown = {}) => post<Entry>(`${at(id)}/${deed}`, body),
  history: (id: string) => get<{ steps: EntryStep[]; versions: EntryVersion[] }>(`${at(id)}/history`),
  differences: (id: string, from = '', to = 'pending') =>
    get<{ from: string; to: string; changes: Change[] }>(`${at(id)}/differences`, { from, to }),
  heat: (id: string, days = 30) => get<{ days: HeatDay[] }>(`${at(id)}/heat`, { days }),
  subscription: (id: string) => get<Subscription>(`${at(id)}/subscription`),
  subscribe: (id: string, wanted: Omit<Subscription, 'entry'>) => put<Subscription>(`${at(id)}/subscription`, wanted),
  unsubscribe: (id: string) => remove<void>(`${at(id)}/subscription`),
  reviewsUrl: `${BASE}/reviews`,
  reviews: (cursor?: string) => get<Page<Entry>>(`${BASE}/reviews`, { cursor, limit: 50 }),
  importRows: (file: Blob, name: string, organisation: string, dry: boolean) =>
    sendFile<ImportOutcome>(
      `${BASE}/imports?dry=${dry}&name=${encodeURIComponent(name)}&organisation=${encodeURIComponent(organisation)}`,
      file,
    ),
  listUrl: (list: string) => `${BASE}/${list}`,
  demands: (asked: Record<string, string | undefined>) => get<Page<Demand>>(`${BASE}/demands`, asked),
  demand: (id: string) => get<Demand>(`${BASE}/demands/${id}`),
  matches: (id: number) => get<DemandMatch[]>(`${BASE}/demands/${id}/matches`),
  raise: (body: unknown, ask: Ask) => post<Demand>(`${BASE}/demands`, body, ask),
  decide: (list: string, id: number, deed: string, body: unknown = {}) =>
    post<unknown>(`${BASE}/${list}/${id}/${deed}`, body),
  responsibilities: (asked: Record<string, string | undefined>) =>
    get<Page<Responsibility>>(`${BASE}/responsibilities`, asked),
  lay: (body: unknown, ask: Ask) => post<Responsibility>(`${BASE}/responsibilities`, body, ask),
  negatives: (asked: Record<string, string | undefined>) => get<Page<Negative>>(`${BASE}/negatives`, asked),
  propose: (body: unknown, ask: Ask) => post<Negative>(`${BASE}/negatives`, body, ask),
}
