import { get, getHeld, post, put, remove, type Ask, type Held, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1'
const part = encodeURIComponent

/** A role, and where it counts: without area the whole city, without organisation all of them. */
export interface Grant {
  role: string
  area?: string | null
  organisation?: string | null
}

export type AccountState = 'active' | 'disabled' | 'locked'

export interface Account {
  id: string
  name: string
  displayName: string
  roles: string[]
  grants: Grant[]
  area?: string | null
  areaPath: string
  organisation?: string | null
  state: AccountState
  hasPassword: boolean
  mustChangePassword: boolean
  lastSignIn?: string | null
  createdAt: string
  version: number
}

export interface NewAccount {
  name: string
  displayName?: string
  password?: string
  grants: Grant[]
  organisation?: string
  mustChangePassword?: boolean
}

export interface AccountChange {
  displayName: string
  organisation?: string
  grants: Grant[]
}

export interface OneTimeLink {
  link: string
  expires: string
}

export interface Session {
  id: string
  createdAt: string
  lastUsed: string
  expires: string
  address?: string | null
  device?: string | null
  current?: boolean
}

export interface TokenScope {
  permissions?: string[] | null
  area?: string | null
  organisation?: string | null
}

export interface Token {
  id: string
  label: string
  account: string
  accountName?: string
  createdAt: string
  expires?: string | null
  lastUsed?: string | null
  scope?: TokenScope | null
}

export interface NewToken {
  label: string
  expires?: string
  scope?: TokenScope
}

export interface FreshToken {
  id: string
  token: string
  expires?: string | null
}

export type RoleOrigin = 'built-in' | 'pack' | 'own'

export interface Role {
  id: string
  title: Text
  permissions: string[]
  origin: RoleOrigin
  pack?: string | null
  version: number
  accounts: number
}

export type Limit = 'city' | 'area' | 'organisation' | 'own-organisation'

export interface Permission {
  name: string
  title: Text
  limit: Limit
}

export interface MatrixRoute {
  method: string
  path: string
  access: 'public' | 'token' | 'role' | 'signed-in'
  scope: string
  why?: Text | string | null
  audit?: string | null
  allowed: string[]
}

export interface Matrix {
  roles: { id: string; title: Text }[]
  routes: MatrixRoute[]
}

export interface AccountQuery {
  q?: string
  role?: string
  state?: string
  organisation?: string
  cursor?: string
  limit?: number
}

const items = async <T>(path: string) => (await get<Page<T>>(path)).items
const account = (id: string) => `${BASE}/accounts/${part(id)}`
const role = (id: string) => `${BASE}/roles/${part(id)}`

export const access = {
  accountsUrl: `${BASE}/accounts`,
  accounts: (query: AccountQuery) => get<Page<Account>>(`${BASE}/accounts`, { ...query }),
  account: (id: string): Promise<Held<Account>> => getHeld(account(id)),
  makeAccount: (made: NewAccount, ask: Ask) => post<Account>(`${BASE}/accounts`, made, ask),
  changeAccount: (id: string, change: AccountChange, ask: Ask) => put<Account>(account(id), change, ask),
  turn: (id: string, how: 'disable' | 'enable' | 'unlock') => post<Account>(`${account(id)}/${how}`),
  resetPassword: (id: string) => post<OneTimeLink>(`${account(id)}/reset-password`),
  sessionsOf: (id: string) => items<Session>(`${account(id)}/sessions`),
  endSessionOf: (id: string, session?: string) =>
    remove<void>(session ? `${account(id)}/sessions/${part(session)}` : `${account(id)}/sessions`),
  tokensOf: (id: string) => items<Token>(`${account(id)}/tokens`),
  revokeTokenOf: (id: string, token: string) => remove<void>(`${account(id)}/tokens/${part(token)}`),

  roles: () => items<Role>(`${BASE}/roles`),
  role: (id: string): Promise<Held<Role>> => getHeld(role(id)),
  permissions: () => items<Permission>(`${BASE}/permissions`),
  makeRole: (made: { id: string; title: Text; permissions: string[] }, ask: Ask) => post<Role>(`${BASE}/roles`, made, ask),
  copyRole: (id: string, made: { id: string; title: Text }) => post<Role>(`${role(id)}/copy`, made),
  changeRole: (id: string, change: { title: Text; permissions: string[] }, ask: Ask) => put<Role>(role(id), change, ask),
  dropRole: (id: string) => remove<void>(role(id)),
  matrix: () => get<Matrix>(`${BASE}/access/matrix`),
}
