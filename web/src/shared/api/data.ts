import { get, type Page } from '../http/client'
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

export const data = {
  url: BASE,
  datasets: async () => (await get<Page<Dataset>>(BASE)).items,
  dataset: (id: string) => get<Dataset>(`${BASE}/${encodeURIComponent(id)}`),
  sample: (id: string, limit: number) =>
    get<RowsPage>(`${BASE}/${encodeURIComponent(id)}/sample`, { limit }),
  csvUrl: (id: string) => `${BASE}/${encodeURIComponent(id)}/rows.csv`,
}
