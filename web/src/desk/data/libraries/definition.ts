import type { LibraryDefinition } from '@/shared/api/libraries'

/** What is typed of a library; empty texts are what is left out. */
export interface Typed {
  id: string
  titleZh: string
  titleEn: string
  descriptionZh: string
  descriptionEn: string
  owner: string
  label: string
  areaPath: string
  survive: string[]
  largest: string
  margin: string
  automatic: boolean
  fields: TypedField[]
  keys: { id: string; fields: string[]; identity: boolean }[]
  rules: TypedRule[]
}

export interface TypedField {
  name: string
  titleZh: string
  titleEn: string
  type: string
  unit: string
  sensitivity: number
  standard: string
  survive: string[]
  follows: string
}

export interface TypedRule {
  id: string
  sure: string
  review: string
  blocks: { field: string; by: string }[]
  compare: { field: string; by: string; weight: string; required: boolean }[]
}

export const CRITERIA = ['priority', 'newest', 'frequent', 'longest', 'shortest']
export const BLOCKS = ['same', 'start', 'firm', 'firm-start', 'door']
export const COMPARISONS = ['same', 'name', 'firm', 'address', 'pairs', 'number', 'date', 'phone']
export const TYPES = ['text', 'number', 'integer', 'boolean', 'date', 'instant']

export function newField(): TypedField {
  return { name: '', titleZh: '', titleEn: '', type: 'text', unit: '', sensitivity: 2, standard: '', survive: [], follows: '' }
}

export function newRule(): TypedRule {
  return {
    id: '',
    sure: '0.95',
    review: '0.8',
    blocks: [{ field: '', by: 'start' }],
    compare: [{ field: '', by: 'name', weight: '1', required: true }],
  }
}

export function typed(of: Partial<LibraryDefinition>): Typed {
  return {
    id: of.id ?? '',
    titleZh: of.title?.zh ?? '',
    titleEn: of.title?.en ?? '',
    descriptionZh: of.description?.zh ?? '',
    descriptionEn: of.description?.en ?? '',
    owner: of.owner ?? '',
    label: of.label ?? '',
    areaPath: of.areaPath ?? '',
    survive: of.survive ?? [],
    largest: text(of.largest),
    margin: text(of.margin),
    automatic: of.automatic ?? true,
    fields: (of.fields ?? [newField()].map(() => undefined)).map((one) =>
      one
        ? {
            name: one.name,
            titleZh: one.title.zh,
            titleEn: one.title.en,
            type: one.type ?? 'text',
            unit: one.unit ?? '',
            sensitivity: one.sensitivity ?? 2,
            standard: one.standard ?? '',
            survive: one.survive ?? [],
            follows: one.follows ?? '',
          }
        : newField(),
    ),
    keys: (of.keys ?? []).map((key) => ({ id: key.id, fields: [...key.fields], identity: key.identity ?? false })),
    rules: (of.fuzzy ?? []).map((rule) => ({
      id: rule.id,
      sure: text(rule.sure),
      review: text(rule.review),
      blocks: rule.blocks.map((block) => ({ ...block })),
      compare: rule.compare.map((one) => ({ field: one.field, by: one.by, weight: text(one.weight ?? 1), required: one.required ?? false })),
    })),
  }
}

/** The definition as the server reads it; titles of keys, which are not typed here, stay as they were. */
export function definition(of: Typed, was: Partial<LibraryDefinition>): LibraryDefinition {
  const titles = new Map((was.keys ?? []).map((key) => [key.id, key.title]))
  return bare({
    id: of.id.trim(),
    title: { zh: of.titleZh.trim(), en: of.titleEn.trim() || of.titleZh.trim() },
    description: of.descriptionZh.trim() ? { zh: of.descriptionZh.trim(), en: of.descriptionEn.trim() || of.descriptionZh.trim() } : undefined,
    owner: of.owner || undefined,
    label: of.label,
    areaPath: of.areaPath || undefined,
    survive: of.survive.length ? of.survive : undefined,
    largest: number(of.largest),
    margin: number(of.margin),
    automatic: of.automatic ? undefined : false,
    fields: of.fields.map((one) =>
      bare({
        name: one.name.trim(),
        title: { zh: one.titleZh.trim() || one.name.trim(), en: one.titleEn.trim() || one.titleZh.trim() || one.name.trim() },
        type: one.type,
        unit: one.unit.trim() || undefined,
        sensitivity: one.sensitivity,
        standard: one.standard.trim() || undefined,
        survive: one.survive.length ? one.survive : undefined,
        follows: one.follows || undefined,
      }),
    ),
    keys: of.keys.map((key) =>
      bare({ id: key.id.trim(), title: titles.get(key.id.trim()), fields: key.fields, identity: key.identity || undefined }),
    ),
    fuzzy: of.rules.length
      ? of.rules.map((rule) => ({
          id: rule.id.trim(),
          blocks: rule.blocks,
          compare: rule.compare.map((one) => bare({ field: one.field, by: one.by, weight: number(one.weight), required: one.required || undefined })),
          sure: Number(rule.sure),
          review: Number(rule.review),
        }))
      : undefined,
  })
}

function text(number: number | undefined): string {
  return number === undefined ? '' : String(number)
}

function number(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}

/** Without what is undefined. */
function bare<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T
}
