import type { MatrixRoute } from '@/shared/api/access'

export type MatrixFilters = { q: string; module: string; kind: string; role: string }

/** The module of a route: `cases` of `/api/cases/v1/cases`; doors of standards are their own. */
export function moduleOf(path: string): string {
  return /^\/api\/([a-z-]+)\//.exec(path)?.[1] ?? path.split('/')[1] ?? ''
}

function ofKind(route: MatrixRoute, kind: string): boolean {
  if (!kind) return true
  if (kind === 'writes') return route.method !== 'GET'
  if (kind === 'token') return route.access === 'token' || route.access === 'signed-in'
  return route.access === kind
}

/** Whether somebody with the role may use the route. */
export function allows(route: MatrixRoute, role: string): boolean {
  return route.access === 'role' ? route.allowed.includes(role) : true
}

export function fitting(routes: MatrixRoute[], asked: MatrixFilters): MatrixRoute[] {
  const wanted = asked.q.trim().toLowerCase()
  return routes.filter(
    (route) =>
      (!asked.module || moduleOf(route.path) === asked.module) &&
      ofKind(route, asked.kind) &&
      (!asked.role || allows(route, asked.role)) &&
      `${route.method} ${route.path} ${route.audit ?? ''}`.toLowerCase().includes(wanted),
  )
}
