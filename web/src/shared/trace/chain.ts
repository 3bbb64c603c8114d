import type { Trace, TraceNode, TraceRef } from '../api/core'

/** The kinds of the chain in the order in which a city walks it. */
export const CHAIN = ['load', 'dataset', 'series', 'alarm', 'finding', 'case', 'evidence', 'quality-run', 'closure', 'indicator', 'assessment']

export interface Link {
  kind: string
  /** Those on the way from the start to its causes and effects, nearest first. */
  near: TraceNode[]
  /** What hangs together with the start only by way of others. */
  far: TraceNode[]
}

export function refKey(ref: TraceRef): string {
  return `${ref.kind}:${ref.id}`
}

/** How many steps each cause and effect of the start is away from it. */
function distances(trace: Trace): Map<string, number> {
  const found = new Map([[refKey(trace.start), 0]])
  for (const [near, next] of [['from', 'to'], ['to', 'from']] as const) {
    let edge = [refKey(trace.start)]
    for (let steps = 1; edge.length; steps++) {
      const reached = trace.links
        .filter((link) => edge.includes(refKey(link[near])))
        .map((link) => refKey(link[next]))
        .filter((key) => !found.has(key))
      edge = [...new Set(reached)]
      edge.forEach((key) => found.set(key, steps))
    }
  }
  return found
}

/** The things of a trace as one line: one link for each kind, in the order in which a city walks it. */
export function chainOf(trace: Trace): Link[] {
  const away = distances(trace)
  const links = new Map<string, TraceNode[]>()
  for (const node of trace.nodes) {
    links.set(node.kind, [...(links.get(node.kind) ?? []), node])
  }
  const rank = (kind: string) => (CHAIN.indexOf(kind) + CHAIN.length + 1) % (CHAIN.length + 1)
  return [...links.entries()]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([kind, nodes]) => {
      const inOrder = nodes.toSorted((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
      const near = inOrder.filter((node) => away.has(refKey(node)))
      near.sort((a, b) => away.get(refKey(a))! - away.get(refKey(b))!)
      return { kind, near, far: inOrder.filter((node) => !away.has(refKey(node))) }
    })
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
