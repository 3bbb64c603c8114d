import { get, post, remove, type Ask, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { FreshToken, NewToken, Session, Token } from './access'

const BASE = '/api/core/v1'
const part = encodeURIComponent

export interface PasswordPolicy {
  shortest: number
  longest: number
  keepsLast: number
  rules: Text[]
}

export type LinkPurpose = 'first-administrator' | 'reset-password'

export interface LinkLook {
  purpose: LinkPurpose
  name?: string | null
  expires: string
}

/** What somebody does with the account that is his own, and with a link that was given to him. */
export const own = {
  policy: () => get<PasswordPolicy>(`${BASE}/password-policy`, {}, { mayBeNobody: true }),
  changePassword: (from: string, to: string, ask: Ask) => post<void>(`${BASE}/me/password`, { from, to }, ask),
  sessions: async () => (await get<Page<Session>>(`${BASE}/me/sessions`)).items,
  endSession: (id?: string) => remove<void>(id ? `${BASE}/me/sessions/${part(id)}` : `${BASE}/me/sessions`),
  tokens: async () => (await get<Page<Token>>(`${BASE}/tokens`)).items,
  makeToken: (made: NewToken, ask: Ask) => post<FreshToken>(`${BASE}/tokens`, made, ask),
  revokeToken: (id: string) => remove<void>(`${BASE}/tokens/${part(id)}`),

  look: (secret: string) => post<LinkLook>(`${BASE}/links/look`, { secret }, { mayBeNobody: true }),
  first: (made: { secret: string; name: string; displayName?: string; password: string }, ask: Ask) =>
    post<unknown>(`${BASE}/links/first-administrator`, made, { ...ask, mayBeNobody: true }),
  reset: (secret: string, password: string, ask: Ask) =>
    post<void>(`${BASE}/links/reset-password`, { secret, password }, { ...ask, mayBeNobody: true }),
}
