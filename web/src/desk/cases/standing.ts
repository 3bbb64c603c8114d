import type { CaseRow } from '@/shared/api/cases'

export type Standing = 'on-time' | 'due-soon' | 'overdue' | 'stopped' | 'done' | 'none'

const SAME: Record<string, Standing> = {
  'on-time': 'on-time',
  'in-time': 'on-time',
  'due-soon': 'due-soon',
  warning: 'due-soon',
  overdue: 'overdue',
  late: 'overdue',
  stopped: 'stopped',
  suspended: 'stopped',
  done: 'done',
  closed: 'done',
  none: 'none',
}

/** How a case stands against the deadline of its stage: the server's word, or judged by the due time. */
export function standingOf(one: Pick<CaseRow, 'standing' | 'stage' | 'due'>, now: number): Standing {
  if (one.stage === 'close') return 'done'
  if (!one.due) return one.standing ? (SAME[one.standing] ?? 'none') : 'none'
  // The list is not read again when a due time passes; the clock tells.
  if (one.standing !== 'stopped' && Date.parse(one.due) < now) return 'overdue'
  return (one.standing && SAME[one.standing]) || 'on-time'
}
