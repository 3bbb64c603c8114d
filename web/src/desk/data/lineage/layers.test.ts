import { describe, expect, it } from 'vitest'
import type { Graph } from '@/shared/api/lineage'
import { draw, neighbour, path } from './layers'

const text = { zh: 'x', en: 'x' }
const thing = (id: string, layer: string) => ({ kind: 'dataset', id, title: text, owner: '', layer, distance: 0 })
const node = (id: string, field: string) => ({ thing: `dataset:${id}`, field, distance: 0 })
const step = (from: number, to: number) => ({ from, to, how: 'copied' as const, maker: 'm', makerKind: 'theme', by: text })

// raw.a.code -> base.b.code -> theme.c.n; raw.a.state decides the rows of base.b.
const graph: Graph = {
  things: [thing('theme.c', 'theme'), thing('raw.a', 'raw'), thing('base.b', 'base')],
  nodes: [
    node('raw.a', 'code'),
    node('raw.a', 'state'),
    node('base.b', 'code'),
    node('base.b', '*'),
    node('theme.c', 'n'),
    node('raw.a', 'other'),
  ],
  edges: [step(0, 2), step(1, 3), step(2, 4)],
  truncated: false,
}

describe('the drawing of lineage', () => {
  it('puts what feeds left of what is fed', () => {
    const at = new Map(draw(graph).boxes.map((box) => [box.thing.id, box.column]))
    expect(at.get('raw.a')).toBe(0)
    expect(at.get('base.b')).toBe(1)
    expect(at.get('theme.c')).toBe(2)
  })

  it('lights the whole way of a field, with what decides its rows', () => {
    expect([...path(graph, 4).nodes].sort()).toEqual([0, 1, 2, 3, 4])
    expect([...path(graph, 1).nodes].sort()).toEqual([1, 2, 3, 4])
    expect([...path(graph, 5).nodes]).toEqual([5])
  })

  it('walks by the arrow keys', () => {
    const boxes = draw(graph).boxes
    expect(neighbour(graph, boxes, 2, 'ArrowLeft')).toBe(0)
    expect(neighbour(graph, boxes, 2, 'ArrowRight')).toBe(4)
    expect(neighbour(graph, boxes, 0, 'ArrowDown')).toBe(1)
    expect(neighbour(graph, boxes, 0, 'ArrowUp')).toBeUndefined()
  })

  it('ends on circles', () => {
    const round: Graph = { ...graph, edges: [...graph.edges, step(4, 0)] }
    expect(draw(round).boxes).toHaveLength(3)
    expect(path(round, 0).nodes.size).toBeGreaterThan(2)
  })
})
