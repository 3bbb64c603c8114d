import { get, post, remove, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1/packs'

/** A pack's files by path, as they go over the wire. */
export type PackFiles = Record<string, string>

export interface Pack {
  id: string
  version: string
  revision: number
  title: Text
  description: Text
  requires: string[]
  neededBy: string[]
  items: Record<string, number>
  appliedAt: string
  appliedBy: string
}

/** Something in use that stands on an item; `holds` means that the item cannot go. */
export interface Use {
  item: string
  what: Text
  count: number
  examples: string[]
  holds: boolean
  words: Text
}

export interface PackItem {
  section: string
  sectionTitle: Text
  id: string
  title?: Text | null
  uses: Use[]
}

export interface Revision {
  pack: string
  revision: number
  version: string
  act: 'installed' | 'updated' | 'downgraded' | 'removed'
  inForce: boolean
  added: number
  changed: number
  removed: number
  at: string
  by: string
  summary: Text
}

export type Change = 'added' | 'changed' | 'removed'

export interface FieldChange {
  pointer: string
  name: Text
  change: Change
  before?: Text | null
  after?: Text | null
  words: Text
}

export interface ItemChange {
  id: string
  title?: Text | null
  change: Change
  place?: string | null
  fields: FieldChange[]
  effects: Text[]
  uses: Use[]
}

export interface SectionDiff {
  section: string
  title: Text
  unchanged: number
  items: ItemChange[]
}

export interface Diff {
  pack: string
  title: Text
  kind: 'install' | 'update' | 'downgrade' | 'unchanged' | 'remove'
  from?: string | null
  to?: string | null
  /** The state that this was compared with; sent back, so that nothing else is done than what was shown. */
  fingerprint: string
  refused: boolean
  summary: Text
  warnings: { place: string; message: Text }[]
  sections: SectionDiff[]
  manifest: FieldChange[]
}

export interface Applied {
  pack: string
  version: string
  outcome: 'installed' | 'updated' | 'unchanged'
}

const at = (id: string) => `${BASE}/${encodeURIComponent(id)}`

export const packs = {
  list: () => get<Page<Pack>>(BASE),
  xlsx: `${BASE}?format=xlsx`,
  pack: (id: string) => get<Pack>(at(id)),
  items: async (id: string) => (await get<Page<PackItem>>(`${at(id)}/items`)).items,
  history: async (id: string) => (await get<Page<Revision>>(`${at(id)}/history`)).items,
  exportUrl: (id: string, revision?: number) => `${at(id)}/export${revision === undefined ? '' : `?revision=${revision}`}`,
  diff: (files: PackFiles, downgrade: boolean) => post<Diff>(`${BASE}/diff`, { files, downgrade }),
  apply: (files: PackFiles, fingerprint: string, downgrade: boolean) =>
    post<Applied>(BASE, { files, fingerprint, downgrade }),
  removal: (id: string) => get<Diff>(`${at(id)}/removal`),
  remove: (id: string, fingerprint: string) =>
    remove<void>(`${at(id)}?fingerprint=${encodeURIComponent(fingerprint)}`),
  revisionDiff: (id: string, revision: number) => get<Diff>(`${at(id)}/history/${revision}/diff`),
  applyRevision: (id: string, revision: number, fingerprint: string) =>
    post<Applied>(`${at(id)}/history/${revision}/apply`, { fingerprint }),
  madeByHand: (id: string) =>
    get<{ files: PackFiles; items: Record<string, number> }>(`${BASE}/made-by-hand`, { id }),
}
