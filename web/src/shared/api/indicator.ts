import { get, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/indicator/v1/indicators'
const PAGE = 500
/** More values than this are not worth drawing. */
const MOST = 5000

export interface Indicator {
  id: string
  title: Text
  unit?: string | null
  grain: 'hour' | 'day' | 'month' | string
  dimensions: string[]
  target?: number | null
  better?: 'lower' | 'higher' | null
  description?: Text | null
}

export interface IndicatorValue {
  grainStart: string
  dimension?: Record<string, string> | null
  area?: string | null
  device?: string | null
  value: number | null
  attributes?: Record<string, unknown> | null
  coverage?: number | null
  computedAt?: string
}

export const indicators = {
  list: async () => {
    const answer = await get<Indicator[] | { items: Indicator[] }>(BASE)
    return Array.isArray(answer) ? answer : answer.items
  },
  get: (id: string) => get<Indicator>(`${BASE}/${encodeURIComponent(id)}`),
  values: async (id: string, query: Query) => {
    const values: IndicatorValue[] = []
    let cursor: string | undefined
    do {
      const page = await get<{ items: IndicatorValue[]; next?: string | null }>(
        `${BASE}/${encodeURIComponent(id)}/values`,
        { limit: PAGE, ...query, cursor },
      )
      values.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor && values.length < MOST)
    return values
  },
}
