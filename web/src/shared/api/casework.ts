import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'
import type { Stage } from './cases'

const of = (id: string) => `/api/cases/v1/cases/${id}`

export interface ChecklistLine {
  id: string
  words: Text
  required: boolean
  done: boolean
  /** It was ticked before the case came into the stage again. */
  before: boolean
  at?: string | null
  by?: string | null
  note?: string | null
}

export interface ChecklistPage {
  /** How many required things of the stage are not ticked. */
  open: number
  mayTick: boolean
  stages: { stage: Stage; current: boolean; items: ChecklistLine[] }[]
}

export const checklist = {
  get: (id: string) => get<ChecklistPage>(`${of(id)}/checklist`),
  tick: (id: string, item: string, done: boolean, note?: string) =>
    post<ChecklistPage>(`${of(id)}/checklist/marks`, { item, done, note }),
}

export interface CasePart {
  id: string
  words: string
  department?: string | null
  departmentName?: Text | null
  person?: string | null
  state: 'open' | 'done' | 'declined' | 'withdrawn' | 'ended'
  due?: string | null
  late: boolean
  askedAt: string
  askedBy: string
  changedAt: string
  changedBy?: string | null
  note?: string | null
  mayAnswer: boolean
  mayWithdraw: boolean
}

export interface PartPage {
  open: number
  mayAsk: boolean
  items: CasePart[]
}

export interface PartWish {
  words: string
  department?: string
  person?: string
  due?: string
}

export interface PartPerson {
  id: string
  name: string
  organisation?: Text | null
}

export const parts = {
  get: (id: string) => get<PartPage>(`${of(id)}/parts`),
  people: async (id: string) => (await get<Page<PartPerson>>(`${of(id)}/part-people`)).items,
  ask: (id: string, wish: PartWish) => post<PartPage>(`${of(id)}/parts`, wish),
  answer: (id: string, part: string, done: boolean, note: string) =>
    post<PartPage>(`${of(id)}/parts/${part}/answer`, { done, note }),
  withdraw: (id: string, part: string, note: string) => post<PartPage>(`${of(id)}/parts/${part}/withdrawal`, { note }),
}
