import type { Trace, TraceNode, TraceRef } from '../api/core'

/** The kinds of the chain in the order in which a city walks it. */
export const CHAIN = ['series', 'alarm', 'case', 'evidence', 'closure', 'indicator', 'assessment']

export interface Link {
  kind: string
  nodes: TraceNode[]
}

export function refKey(ref: TraceRef): string {
  return `${ref.kind}:${ref.id}`
}

/** The things of a trace as one line: one link for each kind, earliest first inside it. */
export function chainOf(trace: Trace): Link[] {
  const links = new Map<string, TraceNode[]>()
  for (const node of trace.nodes) {
    links.set(node.kind, [...(links.get(node.kind) ?? []), node])
  }
  const rank = (kind: string) => (CHAIN.indexOf(kind) + CHAIN.length + 1) % (CHAIN.length + 1)
  return [...links.entries()]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([kind, nodes]) => ({
      kind,
      nodes: nodes.toSorted((a, b) => (a.time ?? '').localeCompare(b.time ?? '')),
    }))
}

/** Where a thing of the chain is shown; the server's own word goes first. */
export function pageOf(node: TraceNode): string | undefined {
  const { kind, id } = node
  if (node.page) return ['evidence', 'closure'].includes(kind) ? `${node.page}#evidence` : node.page
  const [first = ''] = id.split(kind === 'indicator' ? '@' : ':')
  switch (kind) {
    case 'series':
      return `/devices/${encodeURIComponent(first)}?property=${encodeURIComponent(id.slice(id.lastIndexOf(':') + 1))}`
    case 'alarm':
      return `/alarms/${id}`
    case 'case':
      return `/cases/${id}`
    case 'indicator':
      return `/indicators/${encodeURIComponent(first)}`
    default:
      return undefined
  }
}
