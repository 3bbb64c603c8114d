import type { CaseRow } from '@/shared/api/cases'

export type CaseFilters = {
  stage: string
  kind: string
  clock: string
  area: string
  category: string
  mine: string
  q: string
}

/** Whether a case that the server tells of belongs to the list as it is filtered now; false when only the server knows. */
export function fits(one: CaseRow, filters: CaseFilters, areaPath: string | undefined): boolean {
  if (filters.mine || filters.q || filters.category || one.historical) return false
  if (filters.stage === 'open' ? one.stage === 'close' : filters.stage !== 'all' && one.stage !== filters.stage) return false
  if (filters.kind && one.kind !== filters.kind) return false
  if (filters.clock && (one.suspendedSince ? 'suspended' : one.colour) !== filters.clock) return false
  return !filters.area || (areaPath !== undefined && one.areaPath.startsWith(areaPath))
}
