import type { Permission } from '@/shared/api/access'

export interface PermissionGroup {
  module: string
  items: Permission[]
}

/** Permissions by module in the order of the house's floors, those that fit a text. */
export function grouped(all: Permission[], words: (one: Permission) => string, text: string): PermissionGroup[] {
  const wanted = text.trim().toLowerCase()
  const groups = new Map<string, Permission[]>()
  for (const one of all) {
    if (wanted && !words(one).toLowerCase().includes(wanted)) continue
    const module = one.name.split(':')[0]!
    if (!groups.has(module)) groups.set(module, [])
    groups.get(module)!.push(one)
  }
  return [...groups]
    .map(([module, items]) => ({ module, items }))
    .sort((a, b) => Number(a.module === 'core') - Number(b.module === 'core'))
}

/** With the permission put in or taken out; a whole module swallows its single ones. */
export function toggle(held: string[], name: string): string[] {
  if (held.includes(name)) return held.filter((one) => one !== name)
  const module = name.split(':')[0]!
  const rest = name.endsWith(':*') ? held.filter((one) => one.split(':')[0] !== module) : held
  return [...rest, name].sort()
}
