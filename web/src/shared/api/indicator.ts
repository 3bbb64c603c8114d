import { get, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/indicator/v1/indicators'

export type Standing = 'met' | 'missed' | 'none'

export interface IndicatorValue {
  /** The start of its period. */
  grainStart: string
  /** What it is about: `city`, `area:<code>` or `<field>:<value>`. */
  key: string
  /** The same, taken apart: the code under `area`, the value under its field; empty for the whole city. */
  dimension: Record<string, string>
  areaPath: string
  value?: number | null
  standing: Standing
  attributes: Record<string, unknown>
  coverage: number
  count: number
  revision: number
  computedAt: string
}

export interface Indicator {
  id: string
  title: Text
  description?: Text | null
  theme?: string | null
  unit: string
  decimals: number
  grain: string
  dimensions: string[]
  target?: number | null
  better?: 'lower' | 'higher' | null
  dataset: string
  /** The newest known value of the widest place the viewer sees, and that place's latest values. */
  newest?: IndicatorValue | null
  history: { time: string; value: number }[]
}

/** A value that changed, as the live view tells it. */
export interface ChangedValue {
  indicator: string
  key: string
  time: string
}

const one = (id: string) => `${BASE}/${encodeURIComponent(id)}`

export const indicators = {
  url: BASE,
  list: async () => (await get<Page<Indicator>>(BASE)).items,
  get: (id: string) => get<Indicator>(one(id)),
  values: async (id: string, query: Query) =>
    (await get<Page<IndicatorValue>>(`${one(id)}/values`, { limit: 500, ...query })).items,
  liveUrl: () => `${BASE}/live`,
}
