import { get, getHeld, patch, post, put, remove, sendFile, type Held, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { Position } from './alarm'

const BASE = '/api/sense/v1'

export interface Property {
  id: string
  title: Text
  type: 'number' | 'boolean' | 'text'
  unit?: string | null
  range?: [number, number] | null
}

export interface Product {
  id: string
  title: Text
  maxSilence?: string | null
  silenceSeverity?: string | number
  properties: Property[]
  functions?: DeviceFunction[]
}

export interface Argument {
  id: string
  title: Text
  type: 'number' | 'boolean' | 'text'
  unit?: string | null
  range?: [number, number] | null
  required?: boolean
}

export interface DeviceFunction {
  id: string
  title: Text
  arguments: Argument[]
}

export type DeviceStatus = 'online' | 'offline' | 'silent'

export interface Latest {
  value: number | boolean | string
  time: string
}

export interface Device {
  code: string
  product: string
  title: Text
  areaPath: string
  area?: string | null
  position?: Position | null
  status: DeviceStatus
  lastSeen?: string | null
  latest: Record<string, Latest>
  owner?: string | null
  tags: Record<string, string>
  lifecycle: Lifecycle
  parent?: string | null
  /** Connected at this moment; absent where the server does not know. */
  online?: boolean
}

export type Lifecycle = 'planned' | 'active' | 'maintenance' | 'retired'
export const LIFECYCLES: Lifecycle[] = ['planned', 'active', 'maintenance', 'retired']

export interface GroupQuery {
  product?: string | null
  area?: string | null
  tags?: Record<string, string>
  status?: string | null
  lifecycle?: string | null
}

export interface DeviceGroup {
  id: string
  title: Text
  devices: string[]
  query?: GroupQuery | null
  pack?: string | null
  size: number
}

export interface ModelChange {
  kind: string
  subject: string
  text: Text
}

export interface ModelVersion {
  version: number
  at: string
  pack?: string | null
  changes: ModelChange[]
}

export interface Decoded {
  observations: { time: string; values: Record<string, unknown> }[]
  faults: { kind: string; place: string; detail: string; lost: number }[]
}

export interface ImportReport {
  rows: number
  created: number
  changed: number
  faulty: number
  passedOver: string[]
  refused: { line: number; code: string; faults: { column: string; detail: Text }[] }[]
  refusedFile?: string | null
}

export interface EditReport {
  matched: number
  changed: number
  unchanged: number
  skipped: number
  reasons: { code: string; faults: { place: string; detail: Text }[] }[]
  job?: string | null
}

export interface Command {
  id: number
  device: string
  name: string
  arguments: Record<string, unknown>
  state: 'queued' | 'sent' | 'answered' | 'timed-out' | 'refused'
  attempts: number
  retries: number
  createdAt: string
  createdBy?: string | null
  sentAt?: string | null
  answeredAt?: string | null
  reply?: unknown
  error?: string | null
}

export interface StateAttribute {
  name: string
  desired?: unknown
  desiredAt?: string | null
  desiredBy?: string | null
  reported?: unknown
  reportedAt?: string | null
  inSync: boolean
}

export interface DeviceState {
  device: string
  version: number
  inSync: boolean
  attributes: StateAttribute[]
}

export interface Connection {
  id: number
  door: string
  address?: string | null
  client?: string | null
  version?: string | null
  connectedAt: string
  disconnectedAt?: string | null
  reason?: string | null
  detail?: string | null
}

/** One moment of a series: a value of its own, or the summary of a bucket of time. */
export interface Point {
  time: string
  value?: number | boolean | string
  min?: number
  avg?: number
  max?: number
  last?: number
  count?: number
}

export interface Series {
  property: string
  unit?: string | null
  items: Point[]
}

export interface Rejection {
  at: string
  door: string
  reason: string
  title: Text
  place: string
  property?: string | null
  time?: string | null
  detail: string
  lost: number
}

/** Kept rejections up to a cap; `values` counts all values that were ever lost. */
export interface Rejections extends Page<Rejection> {
  kept: number
  values: number
  cap: number
}

export interface Rule {
  id: string
  product: string
  pack?: string | null
  title: Text
  severity: number
  when?: string | null
  for?: string | null
  levels?: { severity: number; when: string; for?: string | null }[]
  repeat?: { times: number; within: string } | null
  ratePer?: string | null
  active?: string | null
  clear?: string | null
  clearAfter?: string | null
  absent?: { property: string; for: string } | null
  scope?: 'device' | 'area' | 'group'
  areaKind?: string | null
  group?: string | null
  maxAge?: string | null
  enabled?: boolean
  switched?: boolean
}

/** What a rule would have done on what is stored. */
export interface TrialReport {
  rule: string
  from: string
  to: string
  devices: number
  devicesWithReadings: number
  observations: number
  alarms: number
  changes: number
  devicesInAlarm: number
  shareInAlarm: number
  days: { day: string; alarms: number; inAlarm_s: number }[]
  byDevice: { device: string; title: Text; alarms: number; inAlarm_s: number }[]
  first: {
    device: string
    since: string
    raisedAt: string
    clearedAt?: string | null
    severity: number
    lasted_s: number
  }[]
}

/** A series that the platform works out. */
export interface DerivedSeries {
  id: string
  product: string
  property: string
  formula: string
  windows: { name: string; of: string; take: string; over: string }[]
  others: {
    name: string
    device?: string | null
    group?: string | null
    area?: string | null
    product: string
    of: string
    take: string
    maxAge: string
  }[]
}

export interface DerivedTold {
  derived: DerivedSeries
  versions: { version: number; wording: DerivedSeries; madeAt: string; completeAt?: string | null }[]
  /** Of all derived series: how many have changes that are not worked in yet. */
  waiting: number
}

/** What a derived series would be on one device. */
export interface DerivedOutcome {
  values: number
  differing: number
  items: Point[]
}

const derived = (id: string) => `${BASE}/derived/${encodeURIComponent(id)}`

const device = (code: string) => `${BASE}/devices/${encodeURIComponent(code)}`

export const sense = {
  products: async () => (await get<Page<Product>>(`${BASE}/products`)).items,
  productsUrl: `${BASE}/products`,
  product: (id: string) => get<Product>(`${BASE}/products/${encodeURIComponent(id)}`),
  devicesUrl: `${BASE}/devices`,
  devices: (query: Query) => get<Page<Device>>(`${BASE}/devices`, query),
  device: (code: string) => get<Device>(device(code)),
  readings: (code: string, property: string, query: Query) =>
    get<Series>(`${device(code)}/series/${encodeURIComponent(property)}/readings`, query),
  rejections: (code: string) => get<Rejections>(`${device(code)}/rejections`, { limit: 50 }),
  rule: (id: string) => get<Rule>(`${BASE}/rules/${encodeURIComponent(id)}`),
  liveUrl: (code: string) => `${BASE}/devices/live?device=${encodeURIComponent(code)}`,
  countDevices: async (query: Query) => (await get<{ count: number }>(`${BASE}/devices/count`, query)).count,
  rulesUrl: `${BASE}/rules`,
  allRules: (query: Query) => get<Page<Rule>>(`${BASE}/rules`, query),
  switchRule: (id: string, enabled: boolean) =>
    put<Rule>(`${BASE}/rules/${encodeURIComponent(id)}/enabled`, { enabled }),
  tryRule: (order: { rule: string; from: string; to: string; area?: string; devices?: string[] }) =>
    post<{ job: string }>(`${BASE}/rules/trial`, order),
  rules: async (product: string) => (await get<Page<Rule>>(`${BASE}/rules`, { product })).items,
  derivedUrl: `${BASE}/derived`,
  allDerived: (query: Query) => get<Page<DerivedSeries>>(`${BASE}/derived`, query),
  derived: (id: string) => get<DerivedTold>(derived(id)),
  backFill: (id: string) => post<{ job: string }>(`${derived(id)}/back-fill`, {}),
  tryDerived: (id: string, order: { device: string; from: string; to: string; formula?: string }) =>
    post<DerivedOutcome>(`${derived(id)}/trial`, order),
  heldDevice: (code: string) => getHeld<Device>(device(code)),
  putDevice: (code: string, body: unknown, tag: string) => put<Device>(device(code), body, { tag }),
  issueToken: async (code: string) => (await post<{ token: string }>(`${device(code)}/token`)).token,
  edit: (order: unknown, dry = false) => post<EditReport>(`${BASE}/device-edits${dry ? '?dry=true' : ''}`, order),
  previewImport: (file: Blob, product: string) =>
    sendFile<ImportReport>(`${BASE}/device-imports/preview${product ? `?product=${encodeURIComponent(product)}` : ''}`, file),
  startImport: async (file: Blob, product: string, name: string) =>
    (
      await sendFile<{ job: string }>(
        `${BASE}/device-imports?name=${encodeURIComponent(name)}${product ? `&product=${encodeURIComponent(product)}` : ''}`,
        file,
      )
    ).job,
  refusedUrl: (file: string) => `${BASE}/device-imports/refused/${file}`,
  templateUrl: (format: 'xlsx' | 'csv') => `${BASE}/device-imports/template?format=${format}`,
  groups: async () => (await get<Page<DeviceGroup>>(`${BASE}/groups`)).items,
  groupsUrl: `${BASE}/groups`,
  group: (id: string) => getHeld<DeviceGroup>(`${BASE}/groups/${encodeURIComponent(id)}`),
  putGroup: (id: string, body: unknown, tag: string) =>
    put<DeviceGroup>(`${BASE}/groups/${encodeURIComponent(id)}`, body, { tag }),
  removeGroup: (id: string, tag: string) => remove<void>(`${BASE}/groups/${encodeURIComponent(id)}`, { tag }),
  model: (id: string) => get<Record<string, unknown>>(`${BASE}/products/${encodeURIComponent(id)}/model`),
  versions: async (id: string) =>
    (await get<Page<ModelVersion>>(`${BASE}/products/${encodeURIComponent(id)}/versions`)).items,
  tryDecoder: (id: string, order: unknown) =>
    post<Decoded>(`${BASE}/products/${encodeURIComponent(id)}/decoder/trial`, order),
  commands: async (code: string) => (await get<Page<Command>>(`${device(code)}/commands`, { limit: 30 })).items,
  sendCommand: (code: string, order: unknown, key: string) => post<Command>(`${device(code)}/commands`, order, { key }),
  commandsLive: (code: string) => `${device(code)}/commands/live`,
  state: (code: string) => getHeld<DeviceState>(`${device(code)}/state`),
  wish: (code: string, desired: Record<string, unknown>, tag: string): Promise<DeviceState> =>
    patch<DeviceState>(`${device(code)}/state`, { desired }, { tag }),
  connections: async (code: string) => (await get<Page<Connection>>(`${device(code)}/connections`, { limit: 30 })).items,
}

export type HeldState = Held<DeviceState>
