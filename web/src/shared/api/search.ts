import { get } from '../http/client'
import type { Text } from '../i18n'

export interface Hit {
  kind: string
  id: string
  title: Text
  hint?: Text | null
  page: string
}

export interface HitGroup {
  kind: string
  title: Text
  hits: Hit[]
  more: boolean
}

export interface Found {
  q: string
  millis: number
  groups: HitGroup[]
}

/** Everything of all modules that the viewer may see. */
export const search = (q: string, limit: number, kinds?: string, signal?: AbortSignal) =>
  get<Found>('/api/core/v1/search', { q, limit, kinds }, { signal })
