import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1'

export interface DemoAccount {
  name: string
  password: string
  role: Text
}

export interface TourStep {
  text: Text
  page: string
}

export interface CityView {
  name: Text
  demo: boolean
  zone?: string
  accounts?: DemoAccount[]
  tour?: TourStep[]
}

export interface Me {
  id: string
  name: string
  displayName: string
  roles: string[]
  permissions: string[]
  areaPath: string
  organisation?: string | null
  mustChangePassword?: boolean
  grants?: { role: string; area?: string | null; organisation?: string | null }[]
  roleTitles?: Record<string, Text>
}

export interface Area {
  code: string
  name: Text
  kind: string
  parent?: string | null
  path: string
  boundary?: GeoJSON.Geometry | null
  centre?: { longitude: number; latitude: number } | null
}

export interface Organisation {
  code: string
  name: Text
  kind: string
  parent?: string | null
  path: string
}

export interface Task {
  kind: string
  id: string
  title: Text
  state: Text
  due?: string | null
  severity: number
  page: string
}

export interface TraceRef {
  kind: string
  id: string
}

export interface TraceNode extends TraceRef {
  title: Text
  time?: string | null
  page?: string | null
}

export interface TraceLink {
  from: TraceRef
  to: TraceRef
  relation: string
}

export interface Trace {
  start: TraceRef
  nodes: TraceNode[]
  links: TraceLink[]
  truncated?: boolean
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'interrupted' | 'cancelled'

export interface Job {
  id: string
  kind: string
  title: Text
  state: JobState
  done: number
  total: number
  message?: Text | null
  startedAt: string
  endedAt?: string | null
}

export interface InstalledPack {
  id: string
  version: string
  title: Text
  description: Text
  requires: string[]
  items: Record<string, number>
  appliedAt: string
  appliedBy: string
}

export interface AuditRow {
  id: string
  at: string
  who: string
  event: string
  outcome: string
  code?: string | null
  details: Record<string, string>
  address?: string | null
}

export interface Account {
  id: string
  name: string
  displayName: string
  roles: string[]
  area?: string | null
  areaPath: string
  organisation?: string | null
}

export const core = {
  city: () => get<CityView>(`${BASE}/city`, {}, { mayBeNobody: true }),
  /** Lines to draw beneath everything else on the map. */
  scenery: () => get<GeoJSON.FeatureCollection>(`${BASE}/city/scenery`),
  me: () => get<Me>(`${BASE}/me`, {}, { mayBeNobody: true }),
  login: (name: string, password: string) =>
    post<unknown>(`${BASE}/login`, { name, password }, { mayBeNobody: true }),
  logout: () => post<unknown>(`${BASE}/logout`, {}, { mayBeNobody: true }),
  areas: async (geometry: boolean) =>
    (await get<Page<Area>>(`${BASE}/areas`, { geometry })).items,
  organisations: async () =>
    (await get<Page<Organisation>>(`${BASE}/organisations`)).items,
  tasks: async () => (await get<Page<Task>>(`${BASE}/tasks`)).items,
  trace: (kind: string, id: string) =>
    get<Trace>(`${BASE}/trace/${kind}/${id.split('/').map(encodeURIComponent).join('/')}`),
  jobs: async () => (await get<Page<Job>>(`${BASE}/jobs`)).items,
  job: (id: string) => get<Job>(`${BASE}/jobs/${id}`),
  cancelJob: (id: string) => post<unknown>(`${BASE}/jobs/${id}/cancel`),
  packs: async () => (await get<Page<InstalledPack>>(`${BASE}/packs`)).items,
  audit: (cursor?: string) => get<Page<AuditRow>>(`${BASE}/audit`, { cursor, limit: 100 }),
  accounts: async () => (await get<Page<Account>>(`${BASE}/accounts`)).items,
}
