import { get, getHeld, put, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/cases/v1'

export interface CategoryTree {
  id: string
  title: Text
}

export interface Category {
  code: string
  tree: string
  name: Text
  parent?: string | null
  level: number
  /** The kind and the department that a report of it gets. */
  kind?: string | null
  department?: string | null
}

export interface CategoryPlace {
  tree: string
  treeTitle: Text
  inUse: boolean
  path: { code: string; name: Text }[]
}

/** What a case is, and what the viewer may change of that now. */
export interface Classification {
  kind: string
  kindTitle: Text
  category?: string | null
  place?: CategoryPlace | null
  mayCategorise: boolean
  mayChangeKind: boolean
}

export interface ClassificationChange {
  kind?: string
  category?: string
  reason?: string
}

export const classify = {
  trees: async () => (await get<Page<CategoryTree>>(`${BASE}/category-trees`)).items,
  categories: async () => (await get<Page<Category>>(`${BASE}/categories`)).items,
  of: (id: string) => getHeld<Classification>(`${BASE}/cases/${id}/classification`),
  change: (id: string, change: ClassificationChange, tag: string) =>
    put<Classification>(`${BASE}/cases/${id}/classification`, change, { tag }),
}
