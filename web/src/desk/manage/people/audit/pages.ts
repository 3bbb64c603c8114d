import type { RouteLocationRaw } from 'vue-router'

const PAGES: Record<string, (id: string) => RouteLocationRaw> = {
  account: (id) => ({ name: 'accounts', params: { id } }),
  role: (id) => ({ name: 'roles', params: { id } }),
  alarm: (id) => ({ name: 'alarms', params: { id } }),
  case: (id) => ({ name: 'cases', params: { id } }),
  device: (code) => ({ name: 'devices', params: { code } }),
  dataset: (id) => ({ name: 'data', params: { id } }),
}

/** The page of the thing that an entry is about, if it has one. */
export function pageOf(kind?: string | null, id?: string | null): RouteLocationRaw | undefined {
  return kind && id ? PAGES[kind]?.(id) : undefined
}
