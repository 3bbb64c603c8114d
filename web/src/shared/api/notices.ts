import { address, get, getHeld, post, put, remove, type Page, type Query } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1'

/** One entry of one's own inbox. */
export interface Notice {
  id: string
  matter: string
  severity: number
  title: Text
  text: Text
  page?: string | null
  at: string
  /** How many repeats were folded into it. */
  times: number
  readAt?: string | null
  /** Above 0: it climbed here because nobody acknowledged in time. */
  step: number
  rule?: string | null
}

export interface Unread {
  count: number
  worst?: number | null
}

export interface Preferences {
  account: string
  language: 'zh' | 'en'
  email?: string | null
  emailOn: boolean
  quietFrom?: string | null
  quietTo?: string | null
  mailReady: boolean
}

export interface Receiver {
  role?: string
  account?: string
  organisation?: string
  webhook?: string
  address?: string
}

export interface NoticeRule {
  id: string
  title: Text
  pack?: string | null
  matter: string
  severity: number
  area?: string | null
  /** Only what carries one of these labels. */
  where?: Record<string, string[]> | null
  quiet?: { from: string; to: string; through: number } | null
  channels: string[]
  mandatory?: string[] | null
  steps: { after: string; to: Receiver[] }[]
}

export type DeliveryState = 'waiting' | 'sent' | 'dead' | 'dropped'

export interface Delivery {
  id: string
  channel: string
  to: string
  state: DeliveryState
  attempts: number
  nextAt?: string | null
  error?: string | null
  createdAt: string
  sentAt?: string | null
  notice: { title: Text; severity: number; matter: string }
}

export type DeliveryCounts = Record<DeliveryState, number> & { mailReady: boolean }

export interface Webhook {
  id: string
  title: string
  url: string
  enabled: boolean
  version: number
  createdAt: string
  /** Told once: when it is made or renewed. */
  secret?: string
}

const hook = (id: string) => `${BASE}/webhooks/${encodeURIComponent(id)}`

export const notices = {
  url: `${BASE}/notices`,
  list: (query: Query) => get<Page<Notice>>(`${BASE}/notices`, query),
  unread: () => get<Unread>(`${BASE}/notices/unread`),
  liveUrl: () => `${BASE}/notices/live`,
  mark: (id: string, read: boolean) => post<Notice>(`${BASE}/notices/${id}/${read ? 'read' : 'unread'}`),
  readAll: () => post<{ count: number }>(`${BASE}/notices/read-all`),
  preferences: () => getHeld<Preferences>(`${BASE}/notices/preferences`),
  setPreferences: (given: Partial<Preferences>, tag: string) =>
    put<Preferences>(`${BASE}/notices/preferences`, given, { tag }),
}

export const noticeOffice = {
  rulesXlsx: `${BASE}/notice-rules?format=xlsx`,
  deliveriesUrl: `${BASE}/notice-deliveries`,
  rules: async () => (await get<Page<NoticeRule>>(`${BASE}/notice-rules`)).items,
  deliveries: (query: Query) => get<Page<Delivery>>(`${BASE}/notice-deliveries`, query),
  counts: () => get<DeliveryCounts>(`${BASE}/notice-deliveries/counts`),
  resend: (id: string) => post<Delivery>(`${BASE}/notice-deliveries/${id}/resend`),
  resendAll: (channel: string) =>
    post<{ count: number }>(address(`${BASE}/notice-deliveries/resend`, { channel })),
  testMail: (to: string) => post<{ sent: boolean }>(`${BASE}/notices/test-mail`, { to }),
  webhooks: async () => (await get<Page<Webhook>>(`${BASE}/webhooks`)).items,
  addWebhook: (given: { id: string; title: string; url: string }, key?: string) =>
    post<Webhook>(`${BASE}/webhooks`, given, { key }),
  setWebhook: (one: Webhook) =>
    put<Webhook>(hook(one.id), { title: one.title, url: one.url, enabled: one.enabled }, { tag: `"${one.version}"` }),
  renewSecret: (id: string) => post<Webhook>(`${hook(id)}/secret`),
  removeWebhook: (id: string) => remove<void>(hook(id)),
  testWebhook: (id: string) => post<{ status: number; millis: number }>(`${hook(id)}/test`),
}
