import { get, post, type Ask } from '../http/client'

const BASE = '/api/cases/v1/mail-subscriptions'
const nobody: Ask = { mayBeNobody: true }

/** Letters for residents; secrets of links go in bodies. */
export const mailing = {
  about: () => get<{ open: boolean; mostOfAddress: number }>(`${BASE}/about`, {}, nobody),
  ask: (wish: { email: string; area?: string; language: string }) => post<void>(BASE, wish, nobody),
  confirm: (token: string) => post<{ area?: string | null }>(`${BASE}/confirm`, { token }, nobody),
  end: (token: string) => post<void>(`${BASE}/end`, { token }, nobody),
}
