import { core } from '../api/core'
import { NO_FEATURES } from './style'

let asked: Promise<GeoJSON.FeatureCollection> | undefined

/** The roads and rivers of the city, read once; a city without them has a plain map. */
export function loadScenery(): Promise<GeoJSON.FeatureCollection> {
  asked ??= core.scenery().catch(() => NO_FEATURES)
  return asked
}
