import type { Graph, GraphNode, Step, Thing } from '@/shared/api/lineage'

/** Where a box of the drawing stands and which fields it shows. */
export interface Box {
  key: string
  thing: Thing
  column: number
  x: number
  y: number
  height: number
  nodes: { index: number; node: GraphNode; y: number }[]
}

export interface Drawing {
  boxes: Box[]
  width: number
  height: number
}

export const WIDTH = 208
export const GAP = 92
export const HEAD = 44
export const ROW = 26
const BETWEEN = 18

/** Boxes in columns: what feeds is left of what is fed, however long the way; within a column by layer and name. */
export function draw(graph: Graph): Drawing {
  const keys = graph.things.map((thing) => `${thing.kind}:${thing.id}`)
  const columns = columnsOf(keys, graph)
  const depth = new Map<number, number>()
  const boxes: Box[] = []
  const order = keys.map((_, at) => at).sort((a, b) => compare(graph.things[a], graph.things[b]))
  for (const at of order) {
    const nodes = graph.nodes
      .map((node, index) => ({ node, index }))
      .filter(({ node }) => node.thing === keys[at])
      .sort((a, b) => Number(b.node.field === '*') - Number(a.node.field === '*'))
    const column = columns[at]
    const y = depth.get(column) ?? 0
    const height = HEAD + nodes.length * ROW + 6
    depth.set(column, y + height + BETWEEN)
    boxes.push({
      key: keys[at],
      thing: graph.things[at],
      column,
      x: column * (WIDTH + GAP),
      y,
      height,
      nodes: nodes.map(({ node, index }, row) => ({ index, node, y: y + HEAD + row * ROW + ROW / 2 })),
    })
  }
  return {
    boxes,
    width: (Math.max(0, ...columns) + 1) * (WIDTH + GAP) - GAP,
    height: Math.max(0, ...depth.values()),
  }
}

function compare(a: Thing, b: Thing): number {
  return a.layer === b.layer ? a.id.localeCompare(b.id) : a.layer.localeCompare(b.layer)
}

/** The longest way to each box; a circle ends when every box has been reached. */
function columnsOf(keys: string[], graph: Graph): number[] {
  const at = new Map(keys.map((key, index) => [key, index]))
  const links = new Set<string>()
  for (const edge of graph.edges) {
    const from = at.get(graph.nodes[edge.from].thing)
    const to = at.get(graph.nodes[edge.to].thing)
    if (from !== undefined && to !== undefined && from !== to) links.add(`${from} ${to}`)
  }
  const pairs = [...links].map((link) => link.split(' ').map(Number))
  const columns = keys.map(() => 0)
  for (let round = 0; round < keys.length; round++) {
    let moved = false
    for (const [from, to] of pairs) {
      if (columns[to] <= columns[from] && columns[from] + 1 < keys.length) {
        columns[to] = columns[from] + 1
        moved = true
      }
    }
    if (!moved) break
  }
  return columns
}

/** Every node that feeds the chosen one or is fed by it, itself included. What goes into rows goes into each of their fields. */
export function path(graph: Graph, chosen: number): { nodes: Set<number>; edges: Set<number> } {
  const nodes = new Set([chosen])
  const edges = new Set<number>()
  walk(graph, chosen, nodes, edges, 'up')
  walk(graph, chosen, nodes, edges, 'down')
  return { nodes, edges }
}

function walk(graph: Graph, chosen: number, nodes: Set<number>, edges: Set<number>, way: 'up' | 'down'): void {
  const open = [chosen]
  const seen = new Set(open)
  while (open.length) {
    const at = open.pop() as number
    graph.edges.forEach((edge, index) => {
      const near = way === 'up' ? edge.to : edge.from
      const far = way === 'up' ? edge.from : edge.to
      if (!meets(graph, near, at, way)) return
      edges.add(index)
      nodes.add(near)
      nodes.add(far)
      if (!seen.has(far)) {
        seen.add(far)
        open.push(far)
      }
    })
  }
}

function meets(graph: Graph, near: number, at: number, way: 'up' | 'down'): boolean {
  if (near === at) return true
  const a = graph.nodes[near]
  const b = graph.nodes[at]
  if (a.thing !== b.thing) return false
  return way === 'up' ? a.field === '*' : b.field === '*'
}

/** Where an arrow key leads from a node: along a step, or to the neighbour in its box. */
export function neighbour(graph: Graph, boxes: Box[], at: number, key: string): number | undefined {
  if (key === 'ArrowLeft') return graph.edges.find((edge) => edge.to === at)?.from
  if (key === 'ArrowRight') return graph.edges.find((edge) => edge.from === at)?.to
  const box = boxes.find((one) => one.nodes.some((node) => node.index === at))
  const row = box?.nodes.findIndex((node) => node.index === at) ?? -1
  const next = key === 'ArrowDown' ? row + 1 : row - 1
  return box?.nodes[next]?.index
}

/** The table behind the drawing. */
export function table(graph: Graph, chosen?: Set<number>): { step: Step; from: GraphNode; to: GraphNode }[] {
  return graph.edges
    .filter((_, index) => !chosen || chosen.has(index))
    .map((step) => ({ step, from: graph.nodes[step.from], to: graph.nodes[step.to] }))
}
