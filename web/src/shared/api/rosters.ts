import { get, getHeld, post, put, remove, type Page, type Query } from '../http/client'
import type { Severity } from './alarm'

const BASE = '/api/cases/v1'

export interface DutyShift {
  /** Times such as 08:00; one that ends before it begins passes midnight. */
  from: string
  to: string
  /** Names of accounts. */
  people: string[]
}

/** A shift of a certain day. */
export interface OnShift {
  day: string
  begins: string
  ends: string
  people: string[]
  /** Why others serve it than the week says. */
  swapped?: string | null
}

export interface Roster {
  id: string
  organisation: string
  post: string
  role?: string | null
  week: Record<string, DutyShift[]>
  version: number
  madeAt: string
  now: OnShift[]
  thisWeek: OnShift[]
  /** What the accounts are called. */
  people: Record<string, string>
}

export interface RosterDraft {
  organisation?: string
  area?: string
  post?: string
  role?: string
  week: Record<string, DutyShift[]>
}

export interface OpenItem {
  id: string
  number: string
  title: string
  stage: string
  severity: Severity
  due?: string | null
  overdue: boolean
  handler?: string | null
}

export interface HandOverNote {
  id: string
  roster: string
  organisation: string
  post: string
  shiftBegins: string
  shiftEnds: string
  words: string
  items: OpenItem[]
  writtenAt: string
  writtenBy: string
  writtenById: string
  takenAt?: string | null
  takenBy?: string | null
  remark?: string | null
}

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const ROSTERS = `${BASE}/duty-rosters`
const NOTES = `${BASE}/hand-overs`

export const rosters = {
  url: ROSTERS,
  list: () => get<Page<Roster>>(ROSTERS),
  held: (id: string) => getHeld<Roster>(`${ROSTERS}/${id}`),
  make: (draft: RosterDraft, key: string) => post<Roster>(ROSTERS, draft, { key }),
  change: (id: string, draft: RosterDraft, tag: string) => put<Roster>(`${ROSTERS}/${id}`, draft, { tag }),
  retire: (id: string, tag: string) => remove<void>(`${ROSTERS}/${id}`, { tag }),
  swap: (id: string, swap: { day: string; shift: string; people: string[]; reason: string }) => post<Roster>(`${ROSTERS}/${id}/swaps`, swap),
  openItems: (id: string) => get<{ items: OpenItem[] }>(`${ROSTERS}/${id}/open-items`),
}

export const handOvers = {
  url: NOTES,
  list: (query: Query) => get<Page<HandOverNote>>(NOTES, query),
  get: (id: string) => get<HandOverNote>(`${NOTES}/${id}`),
  write: (roster: string, words: string) => post<HandOverNote>(`${ROSTERS}/${roster}/hand-overs`, { words }),
  takeOver: (id: string, words: string) => post<HandOverNote>(`${NOTES}/${id}/take-over`, { words }),
}
