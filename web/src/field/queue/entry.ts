import type { Position } from '@/shared/api/alarm'
import type { ReportBody } from '@/shared/api/reports'
import type { ReportValues } from '@/shared/report/values'

export type Moment = 'before' | 'after'
export type ActWord = 'take' | 'handled' | 'return'

/** What somebody did on the street. */
export type Deed =
  | { sort: 'note'; note: string }
  | { sort: 'act'; action: ActWord; note?: string }
  | { sort: 'photo'; moment: Moment; photo?: Blob; position?: Position }
  | { sort: 'report'; body: ReportBody; values: ReportValues }
  | { sort: 'report-photo'; photo?: Blob }
  | { sort: 'check-photo'; photo?: Blob }
  | { sort: 'check-answer'; passed: boolean; note?: string; position?: Position }

export interface Refusal {
  status: number
  code: string
  line: string
}

export interface Outcome {
  /** The state of the case after it. */
  tag?: string
  /** Of a report: by which its photos go, and what to tell whoever asks. */
  id?: string
  number?: string
  code?: string
  caseId?: string
}

/** One deed on its way, or gone. */
export interface Entry {
  /** Under which the server does it once. */
  key: string
  /** Whose it is: nobody else sends or sees it. */
  owner: string
  /** The order in which things were done. */
  seq: number
  doneAt: number
  /** What has to go one after the other: a case, a check, or a report with its photos. */
  thread: string
  /** A few words to know it by. */
  words: string
  /** The state of the case that was before the eyes of whoever did it. */
  tag?: string
  deed: Deed
  state: 'waiting' | 'stuck' | 'sent'
  /** When it was first sent without an answer: since then it may have been done. */
  triedAt?: number
  refusal?: Refusal
  outcome?: Outcome
  sentAt?: number
}

export type NewEntry = Pick<Entry, 'owner' | 'thread' | 'words' | 'tag' | 'deed'> & { key?: string }
