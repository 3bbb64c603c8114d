import { core } from '../api/core'
import { viewer } from '../session'
import { NO_FEATURES } from './style'

let asked: Promise<GeoJSON.FeatureCollection> | undefined

/** The roads and rivers of the city, read once; a city without them has a plain map. */
export function loadScenery(): Promise<GeoJSON.FeatureCollection> {
  // Residents look at the map without an account; the lines are for those who have one.
  if (!viewer.value) return Promise.resolve(NO_FEATURES)
  asked ??= core.scenery().catch(() => NO_FEATURES)
  return asked
}
