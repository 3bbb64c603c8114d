import { get, getHeld, post, put, remove, sendFile, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/data/v1'
const at = (kind: string, id: string) => `${BASE}/${kind}/${encodeURIComponent(id)}`

export interface Element {
  id: string
  title: Text
  meaning?: Text | null
  type: string
  length?: number | null
  pattern?: string | null
  unit?: string | null
  codes?: string | null
  standard?: string | null
  sensitivity: number
  personal: boolean
  source?: string | null
  pack?: string | null
  version: number
}

export interface CodeTable {
  id: string
  title: Text
  source?: string | null
  codes: number
  pack?: string | null
  version: number
}

export interface Code {
  code: string
  title: Text
  parent?: string | null
  names?: string[]
  foreign?: Record<string, string[]>
  from?: string | null
  to?: string | null
}

export interface StandardOption {
  name: string
  help: Text
  usual: string
  choices: string[]
}

export interface StandardFunction {
  name: string
  title: Text
  help: Text
  example: string
  options: StandardOption[]
  parts: string[]
}

export interface Tried {
  text: string
  result: 'value' | 'blank' | 'problem'
  value?: string | null
  parts: Record<string, string>
  note?: Text | null
  code?: string | null
  reason?: Text | null
  suggestion?: string | null
}

export interface TagRun {
  cause: string
  startedAt: string
  endedAt?: string | null
  rows?: number | null
  gained?: number | null
  lost?: number | null
  error?: string | null
}

export interface Tag {
  id: string
  title: Text
  meaning?: Text | null
  group?: string | null
  dataset: string
  key: string
  where: { field: string; op: string; value: unknown[] }[]
  formula?: string | null
  every: string
  pack?: string | null
  version: number
  lastRun?: TagRun | null
  use?: { reads: number; rows: number; lastAt: string } | null
}

export interface TaggedRows {
  columns: string[]
  items: Record<string, unknown>[]
  next?: string | null
}

export interface Version {
  version: number
  content?: Record<string, unknown> | null
  changedAt: string
  changedBy: string
}

export interface PersonalField {
  dataset: string
  field: string
  title: Text
  type: string
  identity?: string | null
  byHand: boolean
}

export interface RetentionRule {
  dataset: string
  field: string
  days: number
  basis: string
  version: number
  lastRun?: string | null
  lastRows?: number | null
}

export interface PersonTrace {
  place: string
  title: Text
  fields: string[]
  rows: number
}

export interface Found {
  traces: PersonTrace[]
  notSearched: string[]
}

export interface Erasure extends Found {
  id: string
  element: string
  shown: string
  reason: string
  state: string
  askedBy: string
  askedAt: string
  endedAt?: string | null
  error?: string | null
}

export const standards = {
  urls: {
    elements: `${BASE}/elements`,
    tables: `${BASE}/code-tables`,
    functions: `${BASE}/standards`,
    tags: `${BASE}/tags`,
    erasures: `${BASE}/erasures`,
  },
  elements: async () => (await get<Page<Element>>(`${BASE}/elements`)).items,
  element: (id: string) => getHeld<Element>(at('elements', id)),
  putElement: (id: string, body: unknown, tag: string) => put<Element>(at('elements', id), body, { tag }),
  removeElement: (id: string, tag: string) => remove<void>(at('elements', id), { tag }),
  readElements: (file: Blob) => sendFile<{ elements: number }>(`${BASE}/elements/import`, new Blob([file], { type: 'text/csv' })),
  tables: async () => (await get<Page<CodeTable>>(`${BASE}/code-tables`)).items,
  table: (id: string) => getHeld<{ table: CodeTable; codes: Code[] }>(at('code-tables', id)),
  putTable: (id: string, body: unknown, tag: string) => put<unknown>(at('code-tables', id), body, { tag }),
  removeTable: (id: string, tag: string) => remove<void>(at('code-tables', id), { tag }),
  readCodes: (id: string, file: Blob, tag: string) =>
    sendFile<unknown>(`${at('code-tables', id)}/codes`, new Blob([file], { type: 'text/csv' }), { tag }),
  versions: (kind: 'elements' | 'code-tables', id: string) => get<Version[]>(`${at(kind, id)}/versions`),
  functions: async () => (await get<Page<StandardFunction>>(`${BASE}/standards`)).items,
  tryOut: async (name: string, texts: string[], options: Record<string, string>) =>
    (await post<Page<Tried>>(`${at('standards', name)}/try`, { texts, options })).items,
  tags: async () => (await get<Page<Tag>>(`${BASE}/tags`)).items,
  tag: (id: string) => getHeld<Tag>(at('tags', id)),
  putTag: (id: string, body: unknown, tag: string) => put<Tag>(at('tags', id), body, { tag }),
  removeTag: (id: string, tag: string) => remove<void>(at('tags', id), { tag }),
  runTag: (id: string) => post<unknown>(`${at('tags', id)}/run`),
  tagRuns: (id: string) => get<TagRun[]>(`${at('tags', id)}/runs`),
  tagRows: (id: string, limit: number) => get<TaggedRows>(`${at('tags', id)}/rows`, { limit }),
  personalFields: async () => (await get<Page<PersonalField>>(`${BASE}/personal-fields`)).items,
  retentionRules: async () => (await get<Page<RetentionRule>>(`${BASE}/retention-rules`)).items,
  putRetention: (dataset: string, body: unknown, tag: string) => put<RetentionRule>(at('retention-rules', dataset), body, { tag }),
  removeRetention: (dataset: string, tag: string) => remove<void>(at('retention-rules', dataset), { tag }),
  runRetention: (dataset: string) => post<unknown>(`${at('retention-rules', dataset)}/run`),
  lookUp: (element: string, value: string) => post<Found>(`${BASE}/erasures/preview`, { element, value }),
  erase: (element: string, value: string, reason: string) => post<Erasure>(`${BASE}/erasures`, { element, value, reason }),
  erasures: async () => (await get<Page<Erasure>>(`${BASE}/erasures`)).items,
  certificate: (id: string) => `${at('erasures', id)}/certificate.txt`,
}
