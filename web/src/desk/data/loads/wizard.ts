import type { DraftField, FieldType, LoadOrder, Mapping, Preview, Shape, StoredDataset } from '@/shared/api/loads'

/** A column as somebody wants it to be stored. */
export interface Wanted {
  use: boolean
  column: string
  name: string
  title: string
  type: FieldType
  format: string
  /** A standard function that values pass first; empty for none. */
  standard: string
  sensitivity: number
}

/** Where the rows go when a dataset is made for them. */
export interface Target {
  id: string
  title: string
  owner: string
  mode: 'replace' | 'merge' | 'append'
  keys: string[]
}

export function wanted(field: DraftField): Wanted {
  return {
    use: true,
    column: field.column,
    name: field.name,
    title: field.title.zh,
    type: field.type,
    format: field.format ?? '',
    standard: field.standard ?? '',
    sensitivity: field.sensitivity,
  }
}

/** A first id out of the file's name. */
export function draftId(file: string): string {
  const base = file.replace(/(\.[a-z0-9]+)+$/i, '').toLowerCase()
  const word = base.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
  return `raw.${word.slice(0, 40) || 'file'}`
}

/** Which column fills which field of a dataset that is there: by what the source called it, name or title. */
export function likely(dataset: StoredDataset, columns: string[]): Record<string, string> {
  const plain = (text: string) => text.trim().toLowerCase()
  const filled: Record<string, string> = {}
  for (const field of dataset.definition.fields) {
    const names = [field.origin, field.name, field.title.zh, field.title.en].filter((one) => one != null).map(plain)
    const found = columns.find((column) => names.includes(plain(column)))
    if (found !== undefined) filled[field.name] = found
  }
  return filled
}

export function specOf(preview: Preview): Record<string, unknown> {
  return { ...preview.detected.shape, upload: preview.upload.id }
}

export function making(preview: Preview, target: Target, fields: Wanted[]): LoadOrder {
  const used = fields.filter((field) => field.use)
  const words = { zh: target.title, en: target.title }
  return {
    title: words,
    spec: specOf(preview),
    mapping: used.map((field) => mappingOf(field)),
    define: {
      id: target.id,
      title: words,
      owner: target.owner,
      mode: target.mode,
      keys: target.keys.filter((key) => used.some((field) => field.name === key)),
      fields: used.map((field) => ({
        name: field.name,
        title: { zh: field.title || field.name, en: field.title || field.name },
        type: field.type,
        sensitivity: field.sensitivity,
        origin: field.column,
      })),
    },
  }
}

function mappingOf(field: Wanted): Mapping {
  const days = field.type === 'date' || field.type === 'instant'
  const format = days && field.format ? field.format : null
  return { field: field.name, column: field.column, format, standard: field.standard || null }
}

export function filling(
  preview: Preview,
  dataset: StoredDataset,
  filled: Record<string, string>,
  formats: Record<string, string>,
  whole: boolean,
): LoadOrder {
  return {
    dataset: dataset.definition.id,
    title: dataset.definition.title,
    spec: specOf(preview),
    whole,
    mapping: Object.entries(filled)
      .filter(([, column]) => column !== '')
      .map(([field, column]) => ({ field, column, format: formats[column] || null })),
  }
}

/** What of a shape somebody may say otherwise, empty for what does not apply. */
export function asked(shape: Shape): { encoding: string; header: string; delimiter: string } {
  return {
    encoding: shape.encoding ?? '',
    header: shape.header === undefined ? '' : String(shape.header),
    delimiter: shape.delimiter ?? '',
  }
}
