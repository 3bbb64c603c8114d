import type { CaseRow } from '@/shared/api/cases'

export type Standing = 'on-time' | 'due-soon' | 'overdue' | 'done' | 'none'

/** How a case stands against the deadline of its stage: the server's word, kept current by the clock. */
export function standingOf(one: Pick<CaseRow, 'standing' | 'stage' | 'due'>, now: number): Standing {
  if (one.stage === 'close') return 'done'
  if (!one.due) return 'none'
  // A list is not read again when a due time passes.
  if (Date.parse(one.due) < now) return 'overdue'
  return one.standing === 'due-soon' ? 'due-soon' : 'on-time'
}
