import type { TimelineEntry } from '@/shared/api/cases'

export interface OtherCase {
  id: string
  number: string
}

function other(entry: TimelineEntry): OtherCase {
  return { id: String(entry.values.id ?? ''), number: String(entry.values.case ?? '') }
}

/** The case that this one is put aside for; undefined when it goes its own way. */
export function mergedInto(timeline: TimelineEntry[]): OtherCase | undefined {
  const last = timeline.findLast((entry) => entry.action === 'merged' || entry.action === 'unmerged')
  return last?.action === 'merged' ? other(last) : undefined
}

/** The cases that are put aside for this one today. */
export function mergedHere(timeline: TimelineEntry[]): OtherCase[] {
  const held = new Map<string, OtherCase>()
  for (const entry of timeline) {
    const one = other(entry)
    if (entry.action === 'merged-in') held.set(one.id, one)
    if (entry.action === 'unmerged-out') held.delete(one.id)
  }
  return [...held.values()]
}
