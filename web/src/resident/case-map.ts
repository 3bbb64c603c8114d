import type { MapPoint } from '@/shared/map/shapes'
import type { OpenAbout, OpenCase } from '@/shared/api/open'

/** The points of those cases that have a place at all. */
export function pointsOf(cases: OpenCase[], titleOf: (one: OpenCase) => string): MapPoint[] {
  return cases.flatMap((one) => (one.position ? [{ id: one.number, title: titleOf(one), position: one.position, level: 0, page: one.number }] : []))
}

export interface KindGroup {
  name: OpenAbout['kinds'][number]['group']
  kinds: OpenAbout['kinds']
}

/** The kinds by their groups, in the order in which the city names them. */
export function kindGroups(kinds: OpenAbout['kinds']): KindGroup[] {
  const groups = new Map<string, KindGroup>()
  for (const kind of kinds) {
    const group = groups.get(kind.group.zh) ?? { name: kind.group, kinds: [] }
    group.kinds.push(kind)
    groups.set(kind.group.zh, group)
  }
  return [...groups.values()]
}

/** The areas below each other, those of one parent together, with how deep they lie. */
export function areaTree(areas: OpenAbout['areas']): { area: OpenAbout['areas'][number]; depth: number }[] {
  const known = new Set(areas.map((area) => area.code))
  const below = (parent: string | undefined, depth: number): { area: OpenAbout['areas'][number]; depth: number }[] =>
    areas
      .filter((area) => (area.parent && known.has(area.parent) ? area.parent : undefined) === parent)
      .flatMap((area) => [{ area, depth }, ...below(area.code, depth + 1)])
  return below(undefined, 0)
}
