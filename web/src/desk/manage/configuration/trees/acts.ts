/** What can be done to a node that is there. */
export const ACTS = ['edit', 'move', 'merge', 'split', 'close'] as const

export type Act = (typeof ACTS)[number] | 'create'

/** Takes the boundary out of a GeoJSON file: a geometry, a feature, or the first feature of a collection. */
export function boundaryIn(text: string): GeoJSON.Geometry | undefined {
  const given = JSON.parse(text) as GeoJSON.GeoJSON
  const found =
    given.type === 'FeatureCollection' ? given.features[0]?.geometry : given.type === 'Feature' ? given.geometry : given
  return found?.type === 'Polygon' || found?.type === 'MultiPolygon' ? found : undefined
}
