import type { Library, SourceDefinition } from '@/shared/api/libraries'

/** What is typed of a source of a library. */
export interface Attaching {
  id: string
  dataset: string
  title: string
  priority: string
  freshness: string
  key: string[]
  fields: Record<string, { column: string; standard: string }>
}

export function attaching(library: Pick<Library, 'fields'>, of: Partial<SourceDefinition>): Attaching {
  return {
    id: of.id ?? '',
    dataset: of.dataset ?? '',
    title: of.title?.zh ?? '',
    priority: String(of.priority ?? 10),
    freshness: of.freshness ?? '',
    key: of.key ?? [],
    fields: Object.fromEntries(
      library.fields.map((field) => {
        const mapped = of.fields?.[field.name]
        return [
          field.name,
          typeof mapped === 'string' ? { column: mapped, standard: '' } : { column: mapped?.column ?? '', standard: mapped?.standard ?? '' },
        ]
      }),
    ),
  }
}

/** What the server reads; what is not typed here, such as conditions, stays as it was. */
export function attached(of: Attaching, was: Partial<SourceDefinition>): SourceDefinition {
  const { id: _, library: __, ...kept } = was
  const made: SourceDefinition = {
    ...kept,
    dataset: of.dataset,
    priority: Number(of.priority),
    fields: Object.fromEntries(
      Object.entries(of.fields)
        .filter(([, one]) => one.column)
        .map(([name, one]) => [name, one.standard.trim() ? { column: one.column, standard: one.standard.trim() } : one.column]),
    ),
  }
  if (of.title.trim()) made.title = { zh: of.title.trim(), en: was.title?.zh === of.title.trim() ? was.title.en : of.title.trim() }
  else delete made.title
  if (of.freshness) made.freshness = of.freshness
  else delete made.freshness
  if (of.key.length) made.key = of.key
  else delete made.key
  return made
}
