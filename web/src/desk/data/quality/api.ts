import { address, get, getHeld, post, put, remove, type Ask, type Page } from '@/shared/http/client'
import type { Job } from '@/shared/api/core'
import type { Text } from '@/shared/i18n'

const BASE = '/api/data/v1/quality'

export const KINDS = ['fragmented', 'redundant', 'missing', 'disordered', 'wrong', 'stale'] as const

export interface Point {
  day: string
  score: number
}

export interface Score {
  title: Text
  score: number
  open: number
  kinds: Record<string, number>
  days: Point[]
}

export interface DatasetScore extends Score {
  dataset: string
  department?: string | null
  rows: number
  minimumScore?: number | null
}

export interface DepartmentScore extends Score {
  department: string
  datasets: number
}

export interface Board {
  score?: number | null
  kinds: Record<string, number>
  days: Point[]
  departments: DepartmentScore[]
  datasets: DatasetScore[]
}

export interface Finding {
  id: string
  dataset: string
  rule: string
  kind: string
  title: Text
  severity: string | number
  department?: string | null
  open: boolean
  raised: number
  firstSeen: string
  raisedAt: string
  lastSeen: string
  settledAt?: string | null
  settledBy?: string | null
  lastRun: string
  failing: number
  checked: number
}

export interface Run {
  id: string
  dataset: string
  owner?: string | null
  cause: string
  load?: number | null
  startedAt: string
  rows: number
  score?: number | null
  minimumScore?: number | null
  statementMillis: number
}

export interface Result {
  rule: string
  kind: string
  title: Text
  severity: number
  weight: number
  tolerance: number
  checked: number
  failing: number
  over: boolean
  unfit?: string | null
}

export interface State {
  dataset: string
  owner?: string | null
  minimumScore?: number | null
  pack?: string | null
  last?: Run | null
  results: Result[]
}

export interface Rule {
  id: string
  dataset: string
  title: Text
  kind: string
  check: Record<string, unknown>
  severity: number
  weight: number
  tolerance: number
  pack?: string | null
  version: number
}

export interface Proposal {
  id: string
  dataset: string
  rule: { id: string; title: Text; check: Record<string, unknown>; severity?: number; kind?: string; tolerance?: number }
  reason: Text
  wouldRaise: number
  checked: number
  state: string
}

export interface Table {
  columns: string[]
  rows: (string | null)[][]
}

export interface Trial extends Table {
  wouldRaise: number
  checked: number
}

export interface Tally {
  value: string
  count: number
}

export interface FieldProfile {
  name: string
  type: string
  rows: number
  nulls: number
  words: number
  untidy: number
  fullWidth: number
  distinct: number
  distinctExact: boolean
  min?: string | null
  max?: string | null
  mean?: number | null
  negatives: number
  zeros: number
  shortest?: number | null
  longest?: number | null
  meanLength?: number | null
  percentiles: number[]
  histogram: { from: number; to: number; count: number }[]
  top: Tally[]
  shapes: Tally[]
  standard?: string | null
  standardShare: number
}

export interface Profile {
  dataset: string
  load?: number | null
  at: string
  rows: number
  sampled: number
  fields: FieldProfile[]
  keys: string[][]
  relations: { kind: string; fields: string[]; factor: number; share: number; rows: number }[]
}

export interface KeptProfile {
  id: string
  load?: number | null
  at: string
  rows: number
}

const part = encodeURIComponent

export const quality = {
  board: () => get<Board>(`${BASE}/board`),
  scoresXlsx: `${BASE}/scores?format=xlsx`,
  findings: (query: Record<string, string | undefined>) => get<Page<Finding>>(`${BASE}/findings`, query),
  findingsXlsx: (query: Record<string, string | undefined>) => address(`${BASE}/findings`, { ...query, format: 'xlsx' }),
  finding: (id: string) => get<Finding>(`${BASE}/findings/${part(id)}`),
  rows: (id: string, skip: number, limit: number) =>
    get<Table & { next?: number | null }>(`${BASE}/findings/${part(id)}/rows`, { skip, limit }),
  csvUrl: (id: string) => `${BASE}/findings/${part(id)}/rows.csv`,
  evidence: (id: string) =>
    get<{ run?: string | null; runs: string[]; rows: Record<string, string | null>[] }>(`${BASE}/findings/${part(id)}/evidence`),
  state: (dataset: string) => getHeld<State>(`${BASE}/datasets/${part(dataset)}`),
  setGate: (dataset: string, gate: { owner?: string; minimumScore?: number }, ask: Ask) =>
    put(`${BASE}/datasets/${part(dataset)}`, gate, ask),
  run: (dataset: string) => post<Job>(`${BASE}/datasets/${part(dataset)}/run`),
  runs: (dataset: string) => get<Page<Run>>(`${BASE}/runs`, { dataset, limit: 30 }),
  rules: (dataset?: string) => get<Page<Rule>>(`${BASE}/rules`, { dataset }),
  rulesXlsx: (dataset?: string) => address(`${BASE}/rules`, { dataset, format: 'xlsx' }),
  makeRule: (spec: object, ask: Ask = {}) => post<Rule>(`${BASE}/rules`, spec, ask),
  changeRule: (id: string, spec: object, ask: Ask) => put<Rule>(`${BASE}/rules/${part(id)}`, spec, ask),
  withdraw: (rule: Rule) => remove(`${BASE}/rules/${part(rule.id)}`, { tag: `"v${rule.version}"` }),
  tryRule: (spec: object) => post<Trial>(`${BASE}/rules/try`, spec),
  proposals: (dataset?: string) => get<Page<Proposal>>(`${BASE}/proposals`, { dataset }),
  accept: (id: string) => post<{ rule: string }>(`${BASE}/proposals/${part(id)}/accept`),
  dismiss: (id: string) => post(`${BASE}/proposals/${part(id)}/dismiss`),
  profile: (dataset: string, at?: string) =>
    get<{ profile: Profile; history: KeptProfile[] }>(`/api/data/v1/datasets/${part(dataset)}/profile`, { at }),
  makeProfile: (dataset: string) => post<Job>(`/api/data/v1/datasets/${part(dataset)}/profile`),
}

/** 0.1234 is `12%`, 0.0012 is `0.12%`. */
export function percent(share: number): string {
  const hundred = share * 100
  if (hundred === 0) return '0%'
  // What is nearly all is not all.
  if (hundred < 100 && hundred >= 99.5) return `${Math.min(99.99, Math.floor(hundred * 100) / 100)}%`
  if (hundred >= 10 || Number.isInteger(hundred)) return `${Math.round(hundred)}%`
  return `${Math.max(0.01, Math.round(hundred * 100) / 100)}%`
}

export function scoreWords(score: number | null | undefined): string {
  if (score === null || score === undefined) return '–'
  // 99.97 is not 100.
  return score === 100 ? '100' : (Math.floor(score * 10) / 10).toFixed(1)
}
