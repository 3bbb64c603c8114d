import type { Role } from '@/shared/api/access'
import type { Held } from '@/shared/http/client'

export interface RoleValues {
  id: string
  zh: string
  en: string
  permissions: string[]
}

export function valuesOf(role: Role): RoleValues {
  return { id: role.id, zh: role.title.zh, en: role.title.en, permissions: [...role.permissions].sort() }
}

export function heldValues(held: Held<Role>): Held<RoleValues> {
  return { value: valuesOf(held.value), tag: held.tag }
}

/** The title as the server takes it: a language that was left out has the other's words. */
export function titleOf(values: RoleValues) {
  const zh = values.zh.trim()
  const en = values.en.trim()
  return { zh: zh || en, en: en || zh }
}
