import type { Text } from '@/shared/i18n'

export interface TreeNode {
  code: string
  name: Text
  parent?: string | null
}

export interface TreeLine {
  node: TreeNode
  depth: number
  /** True when something stands below it. */
  more: boolean
  /** For a found line: what stands above it, from the root. */
  above?: Text[]
}

/** More lines than this are not drawn; typing narrows them. */
export const MOST_LINES = 300

function childrenOf(nodes: TreeNode[]): Map<string, TreeNode[]> {
  const known = new Set(nodes.map((node) => node.code))
  const children = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const parent = node.parent && known.has(node.parent) ? node.parent : ''
    children.set(parent, children.get(parent) ?? []).get(parent)!.push(node)
  }
  return children
}

function found(nodes: TreeNode[], wanted: string): TreeLine[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  return nodes
    .filter((node) => `${node.code} ${node.name.zh} ${node.name.en}`.toLowerCase().includes(wanted))
    .map((node) => {
      const above: Text[] = []
      for (let up = byCode.get(node.parent ?? ''); up && above.length < 20; up = byCode.get(up.parent ?? '')) above.unshift(up.name)
      return { node, depth: 0, more: false, above }
    })
}

/** The lines of a tree that are in view: what is unfolded, or all that fit a text. */
export function openLines(nodes: TreeNode[], unfolded: ReadonlySet<string>, text: string): { shown: TreeLine[]; hidden: number } {
  const wanted = text.trim().toLowerCase()
  let lines: TreeLine[] = []
  if (wanted) lines = found(nodes, wanted)
  else {
    const children = childrenOf(nodes)
    const walk = (parent: string, depth: number): void => {
      for (const node of children.get(parent) ?? []) {
        lines.push({ node, depth, more: children.has(node.code) })
        if (unfolded.has(node.code)) walk(node.code, depth + 1)
      }
    }
    walk('', 0)
  }
  return { shown: lines.slice(0, MOST_LINES), hidden: Math.max(0, lines.length - MOST_LINES) }
}
