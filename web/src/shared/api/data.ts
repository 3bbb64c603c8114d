import { get, post, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/data/v1/datasets'

export interface Field {
  name: string
  title: Text
  type: string
  unit?: string | null
  sensitivity: number
  /** False for a field that this viewer may not read. */
  readable: boolean
}

export interface Dataset {
  id: string
  title: Text
  owner: string
  timeField: string
  sensitivity: number
  rows: number
  rowsExact: boolean
  newest?: string | null
  fields: Field[]
}

export type Row = Record<string, unknown>

/** Rows by field name; `columns` are the readable fields in their order. */
export interface RowsPage {
  columns: string[]
  items: Row[]
  next?: string | null
}

/** A question to a dataset: measures over the rows that meet the conditions. */
export interface Question {
  groupBy?: string[]
  measures: { name: string; aggregate: string; field?: string }[]
  where?: { field: string; op: string; value: unknown }[]
}

export const data = {
  datasets: async () => (await get<Page<Dataset>>(BASE)).items,
  dataset: (id: string) => get<Dataset>(`${BASE}/${encodeURIComponent(id)}`),
  sample: (id: string, limit: number) =>
    get<RowsPage>(`${BASE}/${encodeURIComponent(id)}/sample`, { limit }),
  query: (id: string, question: Question) =>
    post<{ columns: string[]; rows: unknown[][] }>(`${BASE}/${encodeURIComponent(id)}/query`, question),
  csvUrl: (id: string) => `${BASE}/${encodeURIComponent(id)}/rows.csv`,
}
