import type { StoredDefinition } from '@/shared/api/loads'
import type { Text } from '@/shared/i18n'

/** What of a definition is changed by hand: never which fields there are, nor their types. */
export interface Changeable {
  title: Text
  owner: string
  keep: number
  fields: { title: Text; unit: string; sensitivity: number }[]
}

export function changeable(of: StoredDefinition): Changeable {
  return {
    title: { ...of.title },
    owner: of.owner,
    keep: of.keep ?? 0,
    fields: of.fields.map((field) => ({ title: { ...field.title }, unit: field.unit ?? '', sensitivity: field.sensitivity })),
  }
}

/** The definition as it was with what was changed; field by field, in their order. */
export function changed(was: StoredDefinition, now: Changeable): StoredDefinition {
  const { pack: _, ...kept } = was
  return {
    ...kept,
    title: now.title,
    owner: now.owner,
    keep: now.keep || undefined,
    fields: was.fields.map((field, at) => {
      const typed = now.fields[at]!
      return { ...field, title: typed.title, unit: typed.unit.trim() || null, sensitivity: typed.sensitivity }
    }),
  }
}
