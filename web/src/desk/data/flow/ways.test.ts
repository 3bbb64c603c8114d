import { describe, expect, it } from 'vitest'
import type { Board, FlowDay, Stop } from '@/shared/api/lineage'
import { bars, ways, width } from './ways'

const day = (read: number, failed = 0): FlowDay => ({
  day: '2026-01-01',
  read,
  stored: read,
  refused: 0,
  written: 0,
  promoted: 0,
  failed,
  held: 0,
  reads: 0,
})
const stop = (id: string, layer: string): Stop => ({
  kind: 'dataset',
  id,
  title: { zh: id, en: id },
  owner: '',
  layer,
  state: 'fine',
  sum: day(0),
  days: [day(10), day(0, 1), day(5)],
})

describe('the ways of data', () => {
  const board = {
    stops: [stop('theme.t', 'theme'), stop('raw.r', 'raw'), stop('x.lonely', 'facts'), stop('cs_x.t', 'table')],
    links: [{ from: 1, to: 0, maker: 'theme', by: 'theme.t', rows: 1000 }],
  } as unknown as Board

  it('stand by layer, without what feeds nothing', () => {
    const drawn = ways(board)
    expect(drawn.columns.map((column) => column.layer)).toEqual(['raw', 'theme'])
    expect(drawn.placed.map((one) => one.stop.id)).toEqual(['raw.r', 'theme.t'])
    expect(drawn.ways).toHaveLength(1)
    expect(drawn.ways[0].width).toBe(4)
  })

  it('grow by orders of magnitude', () => {
    expect([width(undefined), width(0), width(1), width(99), width(1_000_000)]).toEqual([1, 1, 1, 2, 7])
  })

  it('show a bar a day and mark the bad ones', () => {
    expect(bars(stop('a', 'raw')).map((bar) => [bar.height, bar.bad])).toEqual([
      [1, false],
      [0, true],
      [0.5, false],
    ])
  })
})
