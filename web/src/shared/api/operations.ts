import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { Job } from './core'

const BASE = '/api/core/v1'

export type HealthState = 'ok' | 'warning' | 'down'

export interface HealthItem {
  name: string
  state: HealthState
  title: Text
  words: Text
  remedy?: Text | null
  since: string
}

export interface Health {
  state: HealthState
  release: string
  node: string
  startedAt: string
  at: string
  items: HealthItem[]
}

export interface Backup {
  id: string
  kind: 'whole' | 'files-only'
  release: string
  startedAt: string
  endedAt: string
  bytes: number
  files: number
  reason: 'asked' | 'scheduled' | 'before-upgrade'
  restorableUntil?: string | null
}

export const operations = {
  health: () => get<Health>(`${BASE}/health`),
  backupsXlsx: `${BASE}/backups?format=xlsx`,
  backups: async () => (await get<Page<Backup>>(`${BASE}/backups`)).items,
  backUp: () => post<Job>(`${BASE}/backups`, {}),
  verify: (id: string) => post<Job>(`${BASE}/backups/${id}/verify`),
}
