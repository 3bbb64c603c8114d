import type { Area } from '../api/core'
import type { Position } from '../api/alarm'

export interface MapPoint {
  id: string
  title: string
  position: Position
  /** The worst open alarm here; 0 is none. */
  level: number
  page: string
}

export type Box = [west: number, south: number, east: number, north: number]

function eachPosition(coordinates: unknown, visit: (position: number[]) => void): void {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] === 'number') visit(coordinates as number[])
  else coordinates.forEach((inner) => eachPosition(inner, visit))
}

/** The smallest box around positions and boundaries; undefined when there are none. */
export function boxAround(areas: Area[], points: Position[]): Box | undefined {
  const box: Box = [180, 90, -180, -90]
  const grow = ([longitude, latitude]: number[]) => {
    box[0] = Math.min(box[0], longitude!)
    box[1] = Math.min(box[1], latitude!)
    box[2] = Math.max(box[2], longitude!)
    box[3] = Math.max(box[3], latitude!)
  }
  for (const area of areas) {
    if (area.boundary && 'coordinates' in area.boundary) eachPosition(area.boundary.coordinates, grow)
  }
  points.forEach((point) => grow([point.longitude, point.latitude]))
  return box[0] <= box[2] ? box : undefined
}

/** The middle of an area's box: where its name is written. */
export function middleOf(area: Area): [number, number] | undefined {
  if (area.centre) return [area.centre.longitude, area.centre.latitude]
  const box = boxAround([area], [])
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

/** The areas without areas of their own below them that have a boundary: what is drawn. */
export function drawnAreas(areas: Area[]): Area[] {
  const bounded = areas.filter((area) => area.boundary)
  const parents = new Set(bounded.map((area) => area.parent))
  return bounded.filter((area) => !parents.has(area.code))
}
