import type { Board, Stop } from '@/shared/api/lineage'

/** The layers from left to right. */
export const LAYERS = ['source', 'table', 'facts', 'raw', 'base', 'theme', 'indicator'] as const
export const BOX = { width: 176, height: 44, gapX: 72, gapY: 12, head: 24 }

export interface Placed {
  stop: Stop
  index: number
  x: number
  y: number
}

export interface Way {
  d: string
  width: number
  key: string
}

export interface Ways {
  columns: { layer: string; x: number }[]
  placed: Placed[]
  ways: Way[]
  width: number
  height: number
}

/** Boxes by layer; layers without any are left out, and so are tables and facts that feed nothing beyond facts. */
export function ways(board: Board): Ways {
  const shown = board.stops
    .map((stop, index) => ({ stop, index }))
    .filter(({ stop, index }) => worthShowing(board, stop, index))
  const layers = LAYERS.filter((layer) => shown.some(({ stop }) => stop.layer === layer))
  const columns = layers.map((layer, at) => ({ layer, x: at * (BOX.width + BOX.gapX) }))
  const placed: Placed[] = []
  columns.forEach(({ layer, x }) => {
    shown
      .filter(({ stop }) => stop.layer === layer)
      .forEach(({ stop, index }, row) => placed.push({ stop, index, x, y: BOX.head + row * (BOX.height + BOX.gapY) }))
  })
  const at = new Map(placed.map((one) => [one.index, one]))
  const drawn = new Map<string, Way>()
  for (const link of board.links) {
    const from = at.get(link.from)
    const to = at.get(link.to)
    if (from && to) drawn.set(`${link.from} ${link.to}`, { key: `${link.from} ${link.to}`, ...line(from, to), width: width(link.rows) })
  }
  return {
    columns,
    placed,
    ways: [...drawn.values()],
    width: columns.length * (BOX.width + BOX.gapX) - BOX.gapX,
    height: Math.max(0, ...placed.map((one) => one.y + BOX.height)),
  }
}

function worthShowing(board: Board, stop: Stop, index: number): boolean {
  if (stop.layer === 'table') return false
  if (stop.layer !== 'facts') return true
  return board.links.some((link) => link.from === index)
}

/** One step of thickness for each order of magnitude. */
export function width(rows?: number | null): number {
  return rows ? 1 + Math.floor(Math.log10(Math.max(1, rows))) : 1
}

function line(from: Placed, to: Placed): { d: string } {
  const x1 = from.x + BOX.width
  const y1 = from.y + BOX.height / 2
  const y2 = to.y + BOX.height / 2
  const bend = Math.max(30, (to.x - x1) / 2)
  return { d: `M${x1},${y1} C${x1 + bend},${y1} ${to.x - bend},${y2} ${to.x},${y2}` }
}

/** Heights 0..1 of one bar a day. */
export function bars(stop: Stop): { height: number; bad: boolean; day: string; rows: number }[] {
  const rows = stop.days.map((day) => day.read + day.written)
  const most = Math.max(1, ...rows)
  return stop.days.map((day, at) => ({
    day: day.day,
    rows: rows[at],
    height: rows[at] / most,
    bad: day.failed > 0 || day.held > 0,
  }))
}
