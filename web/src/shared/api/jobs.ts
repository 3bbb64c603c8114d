import { get, post, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'
import type { JobState } from './core'

const BASE = '/api/core/v1'

export const JOB_STATES: JobState[] = ['queued', 'running', 'done', 'failed', 'interrupted', 'cancelled']

export interface JobRow {
  id: string
  kind: string
  title: Text
  state: JobState
  done: number
  total: number
  message?: Text | null
  result?: Record<string, unknown> | null
  startedBy?: string | null
  startedByName?: string | null
  startedAt: string
  endedAt?: string | null
  attempt?: number
  attempts?: number | null
  nextAt?: string | null
  node?: string | null
  error?: Text | null
  retryable?: boolean
  schedule?: string | null
}

export interface JobAttempt {
  attempt: number
  node?: string | null
  startedAt: string
  endedAt?: string | null
  outcome: 'running' | 'done' | 'failed' | 'lost' | 'released' | 'cancelled'
  error?: Text | null
}

export interface JobFull extends JobRow {
  history: JobAttempt[]
}

export interface LogLine {
  line: number
  attempt: number
  at: string
  text: Text
}

export interface JobKind {
  name: string
  title: Text
  attempts: number
  timeout: string
  atOnce: number
  queued: number
  running: number
  failed: number
}

export interface Schedule {
  name: string
  title: Text
  timing: Text
  zone: string
  kind?: string | null
  nextAt?: string | null
  running: boolean
  node?: string | null
  lastSuccess?: string | null
  lastFailure?: string | null
  failures: number
  lastError?: string | null
  paused: boolean
  pausedBy?: string | null
  pausedAt?: string | null
}

export const jobs = {
  url: `${BASE}/jobs`,
  schedulesXlsx: `${BASE}/schedules?format=xlsx`,
  list: (query: Query) => get<Page<JobRow>>(`${BASE}/jobs`, query),
  job: (id: string) => get<JobFull>(`${BASE}/jobs/${id}`),
  log: async (id: string, after: number) =>
    (await get<Page<LogLine>>(`${BASE}/jobs/${id}/log`, { after })).items,
  cancel: (id: string) => post<JobRow>(`${BASE}/jobs/${id}/cancel`),
  retry: (id: string) => post<JobRow>(`${BASE}/jobs/${id}/retry`),
  kinds: async () => (await get<Page<JobKind>>(`${BASE}/job-kinds`)).items,
  schedules: async () => (await get<Page<Schedule>>(`${BASE}/schedules`)).items,
  schedule: (name: string, act: 'pause' | 'resume' | 'run') =>
    post<Schedule>(`${BASE}/schedules/${encodeURIComponent(name)}/${act}`),
}
