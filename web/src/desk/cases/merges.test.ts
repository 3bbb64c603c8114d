import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '@/shared/api/cases'
import { mergedHere, mergedInto } from './merges'

function step(action: string, id = '', number = ''): TimelineEntry {
  return { at: '', actor: 'person', action, values: { id, case: number } }
}

describe('merges, as the timeline tells them', () => {
  it('know the case that this one is put aside for until it is taken out', () => {
    const merged = [step('report'), step('merged', '7', 'AJ-7')]
    expect(mergedInto(merged)).toEqual({ id: '7', number: 'AJ-7' })
    expect(mergedInto([...merged, step('unmerged', '7', 'AJ-7')])).toBeUndefined()
    expect(mergedInto([step('report')])).toBeUndefined()
  })

  it('know the cases that are merged here today', () => {
    const timeline = [step('merged-in', '1', 'A'), step('merged-in', '2', 'B'), step('unmerged-out', '1', 'A')]
    expect(mergedHere(timeline)).toEqual([{ id: '2', number: 'B' }])
  })
})
