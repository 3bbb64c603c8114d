import type { TreeNode } from '@/shared/api/trees'

/** A node with its depth, as the tree is drawn. */
export interface Row {
  node: TreeNode
  depth: number
  below: number
}

/** Nodes by parent, in the order of their codes. */
export function byParent(nodes: TreeNode[]): Map<string | null, TreeNode[]> {
  const known = new Set(nodes.map((one) => one.code))
  const found = new Map<string | null, TreeNode[]>()
  for (const node of nodes) {
    // What hangs on a parent that the viewer may not see stands at the top.
    const parent = node.parent && known.has(node.parent) ? node.parent : null
    const siblings = found.get(parent)
    if (siblings) siblings.push(node)
    else found.set(parent, [node])
  }
  for (const siblings of found.values()) siblings.sort((one, other) => one.code.localeCompare(other.code))
  return found
}

/** The rows to draw: what is unfolded, or, when something is sought, what matches with its way up. */
export function rowsOf(nodes: TreeNode[], open: ReadonlySet<string>, wanted: string): Row[] {
  const children = byParent(nodes)
  const asked = wanted.trim().toLowerCase()
  const kept = asked ? matching(nodes, asked) : undefined
  const rows: Row[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const node of children.get(parent) ?? []) {
      if (kept && !kept.has(node.code)) continue
      rows.push({ node, depth, below: children.get(node.code)?.length ?? 0 })
      if (kept || open.has(node.code)) walk(node.code, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}

function matching(nodes: TreeNode[], asked: string): Set<string> {
  const all = new Map(nodes.map((one) => [one.code, one]))
  const kept = new Set<string>()
  for (const node of nodes) {
    if (!`${node.code} ${node.name.zh} ${node.name.en}`.toLowerCase().includes(asked)) continue
    let at: TreeNode | undefined = node
    while (at && !kept.has(at.code)) {
      kept.add(at.code)
      at = at.parent ? all.get(at.parent) : undefined
    }
  }
  return kept
}
