import { get, type Page, type Query } from '../http/client'
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
  properties: Property[]
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
  title: Text
  severity: number
  when: string
  for?: string | null
  clear?: string | null
}

const device = (code: string) => `${BASE}/devices/${encodeURIComponent(code)}`

export const sense = {
  products: async () => (await get<Page<Product>>(`${BASE}/products`)).items,
  product: (id: string) => get<Product>(`${BASE}/products/${encodeURIComponent(id)}`),
  devicesUrl: `${BASE}/devices`,
  devices: (query: Query) => get<Page<Device>>(`${BASE}/devices`, query),
  device: (code: string) => get<Device>(device(code)),
  readings: (code: string, property: string, query: Query) =>
    get<Series>(`${device(code)}/series/${encodeURIComponent(property)}/readings`, query),
  rejections: (code: string) => get<Rejections>(`${device(code)}/rejections`, { limit: 50 }),
  rule: (id: string) => get<Rule>(`${BASE}/rules/${encodeURIComponent(id)}`),
  liveUrl: (code: string) => `${BASE}/devices/live?device=${encodeURIComponent(code)}`,
}
