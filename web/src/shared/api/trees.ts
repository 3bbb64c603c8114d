import { address, get, getHeld, post, put, sendFile, type Held, type Page } from '../http/client'
import type { Text } from '../i18n'

const BASE = '/api/core/v1'

/** Which of the two trees. */
export type TreeName = 'areas' | 'organisations'

export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const

export interface TreeNode {
  code: string
  name: Text
  kind: string
  parent?: string | null
  path: string
  boundary?: GeoJSON.Geometry | null
  centre?: { longitude: number; latitude: number } | null
  /** The datum that the boundary came in; it is WGS-84 here. */
  datum?: string | null
  areaCode?: string | null
  /** The pack that it belongs to; it is changed there only. */
  pack?: string | null
  version: number
}

export type ChangeKind = 'create' | 'edit' | 'move' | 'merge' | 'split' | 'close' | 'import' | 'pack'

export interface TreeChange {
  id: string
  kind: ChangeKind
  at: string
  who?: string | null
  reason?: string | null
  nodes: string[]
  count: number
}

export interface NodeState {
  version: number
  name: Text
  kind: string
  parent?: string | null
  path: string
  areaCode?: string | null
  hasBoundary?: boolean
  validFrom?: string | null
  validTo?: string | null
  change?: { id: string; kind: ChangeKind; at: string; who?: string | null; reason?: string | null } | null
}

/** One that was there before or came after, through a merge or split. */
export interface Relative {
  code: string
  name: Text
  at: string
}

export interface Kin {
  predecessors: Relative[]
  successors: Relative[]
}

export interface NewNode {
  code: string
  name: Text
  kind: string
  parent?: string
  boundary?: GeoJSON.Geometry
  datum?: string
  areaCode?: string
  reason?: string
}

export interface ImportFault {
  place: string
  code?: string | null
  text: Text
}

export interface ImportResult {
  dry: boolean
  format: string
  datum?: string | null
  rows: number
  created: number
  changed: number
  unchanged: number
  skipped: number
  rejected: number
  faults: ImportFault[]
  repaired: { code: string; text: Text }[]
  shiftMetres?: { least: number; most: number } | null
  columns: Record<string, string>
  words: Text
}

export interface ImportQuestion {
  datum?: string
  under?: string
  codes?: string
  kind?: string
  dry: boolean
  name: string
  reason?: string
}

const of = (tree: TreeName, code: string) => `${BASE}/${tree}/${encodeURIComponent(code)}`

export const trees = {
  xlsx: (tree: TreeName) => `${BASE}/${tree}?format=xlsx`,
  changes: (tree: TreeName, cursor?: string) =>
    get<Page<TreeChange>>(`${BASE}/${tree}/changes`, { cursor, limit: 20 }),
  list: async (tree: TreeName) =>
    (await get<Page<TreeNode>>(`${BASE}/${tree}`, tree === 'areas' ? { geometry: false } : {})).items,
  node: (tree: TreeName, code: string) => getHeld<TreeNode>(of(tree, code)),
  history: async (tree: TreeName, code: string) =>
    (await get<Page<NodeState>>(`${of(tree, code)}/history`)).items,
  kin: (tree: TreeName, code: string) => get<Kin>(`${of(tree, code)}/kin`),
  create: (tree: TreeName, given: NewNode, key?: string) => post<TreeNode>(`${BASE}/${tree}`, given, { key }),
  edit: (tree: TreeName, code: string, given: Partial<NewNode>, tag: string) =>
    put<TreeNode>(of(tree, code), given, { tag }),
  move: (tree: TreeName, held: Held<TreeNode>, parent: string | null, reason: string) =>
    post<TreeNode>(`${of(tree, held.value.code)}/move`, { parent, reason }, { tag: held.tag }),
  merge: (tree: TreeName, from: string[], into: Partial<NewNode> & { code: string }, reason: string) =>
    post<TreeNode>(`${BASE}/${tree}/merge`, { from, into, reason }),
  close: (tree: TreeName, held: Held<TreeNode>, successor: string | undefined, reason: string) =>
    post<void>(`${of(tree, held.value.code)}/close`, { successor, reason }, { tag: held.tag }),
  split: (
    tree: TreeName,
    held: Held<TreeNode>,
    into: { code: string; name: Text; children?: string[] }[],
    reason: string,
  ) => post<Page<TreeNode>>(`${of(tree, held.value.code)}/split`, { into, reason }, { tag: held.tag }),
  /** Starts an import; the job's result is an ImportResult. */
  importFile: (tree: TreeName, file: Blob, question: ImportQuestion) =>
    sendFile<{ job: string }>(address(`${BASE}/${tree}/import`, { ...question }), file),
}
