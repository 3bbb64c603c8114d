import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'

const LINEAGE = '/api/data/v1/lineage'
const FLOW = '/api/data/v1/flow'
const THEMES = '/api/data/v1/themes'

export type How = 'filtered' | 'joined' | 'copied' | 'computed' | 'aggregated'

/** Something that has fields; its key in nodes is `kind:id`. */
export interface Thing {
  kind: string
  id: string
  title: Text
  owner: string
  layer: string
  page?: string | null
  distance: number
}

export interface GraphNode {
  thing: string
  /** `*` stands for the rows as such. */
  field: string
  title?: Text | null
  distance: number
}

export interface Step {
  from: number
  to: number
  how: How
  maker: string
  makerKind: string
  by: Text
}

export interface Graph {
  things: Thing[]
  nodes: GraphNode[]
  edges: Step[]
  truncated: boolean
}

export interface User {
  kind: string
  id: string
  title: Text
  owner: string
  page?: string | null
  fields: string[]
  distance: number
  stale: boolean
}

export interface FlowDay {
  day: string
  read: number
  stored: number
  refused: number
  written: number
  promoted: number
  failed: number
  held: number
  reads: number
}

export interface Stop {
  kind: string
  id: string
  title: Text
  owner: string
  layer: string
  page?: string | null
  rows?: number | null
  refreshedAt?: string | null
  state: 'failed' | 'held' | 'late' | 'poor' | 'empty' | 'fine'
  reason?: Text | null
  late?: string | null
  score?: number | null
  sum: FlowDay
  days: FlowDay[]
}

export interface Board {
  from: string
  to: string
  stops: Stop[]
  links: { from: number; to: number; maker: string; by: string; rows?: number | null }[]
  totals: { read: number; stored: number; refused: number; written: number; failed: number; held: number; reads: number }
}

export interface Theme {
  id: string
  title: Text
  description?: Text | null
  owner: string
  pack: string
  version: number
  state: 'waiting' | 'fresh' | 'stale' | 'failed'
  reason?: Text | null
  rows: number
  refreshedAt?: string | null
  behind?: string | null
  ranAt?: string | null
  schedule?: string | null
  nextAt?: string | null
  grain?: string | null
  inputs: string[]
}

export interface WholeTheme {
  theme: Theme
  sql: string
  fields: {
    name: string
    title: Text
    type: string
    unit?: string | null
    sensitivity: number
    lowered?: Text | null
    from: { dataset: string; field: string; how: How }[]
  }[]
  key: string[]
  time?: string | null
  area?: string | null
  samples: { title: Text; given: Record<string, Record<string, unknown>[]>; expect: Record<string, unknown>[] }[]
  faults: Text[]
}

export interface ThemeRun {
  id: string
  cause: string
  state: 'running' | 'done' | 'unchanged' | 'held' | 'failed'
  periods?: number | null
  written: number
  total: number
  revision?: number | null
  reason?: Text | null
  startedAt: string
  endedAt?: string | null
}

export const lineage = {
  of: (dataset: string, depth: number, signal?: AbortSignal) =>
    get<Graph>(LINEAGE, { dataset, direction: 'both', depth }, { signal }),
  impact: async (field: string) => (await get<Page<User>>(`${LINEAGE}/impact`, { field })).items,
  impactOfAll: async (dataset: string) => (await get<Page<User>>(`${LINEAGE}/impact`, { dataset })).items,
  impactUrl: (query: string) => `${LINEAGE}/impact?${query}&format=xlsx`,
}

export const flow = {
  stopsUrl: (days: number) => `${FLOW}/stops?days=${days}&format=xlsx`,
  board: (days: number, signal?: AbortSignal) => get<Board>(FLOW, { days }, { signal }),
}

export const themes = {
  url: THEMES,
  list: async () => (await get<Page<Theme>>(THEMES)).items,
  get: (id: string) => get<WholeTheme>(`${THEMES}/${encodeURIComponent(id)}`),
  runs: async (id: string) => (await get<Page<ThemeRun>>(`${THEMES}/${encodeURIComponent(id)}/runs`, { limit: 50 })).items,
  runsUrl: (id: string) => `${THEMES}/${encodeURIComponent(id)}/runs?format=xlsx`,
  run: (id: string, whole: boolean) => post(`${THEMES}/${encodeURIComponent(id)}/run?whole=${whole}`),
}
