import { shallowRef } from 'vue'
import type { Position } from '@/shared/api/alarm'

const EARTH = 6_371_008.8

/** Where the telephone is, once somebody has let us know it. */
export const here = shallowRef<Position>()
export const placeRefused = shallowRef(false)
let watching: number | undefined

export function watchPlace(): void {
  if (watching !== undefined || !('geolocation' in navigator)) return
  watching = navigator.geolocation.watchPosition(
    ({ coords }) => {
      placeRefused.value = false
      here.value = { longitude: Number(coords.longitude.toFixed(6)), latitude: Number(coords.latitude.toFixed(6)) }
    },
    () => (placeRefused.value = !here.value),
    { enableHighAccuracy: true, maximumAge: 15_000, timeout: 30_000 },
  )
}

/** Metres on the sphere between two places. */
export function metresBetween(a: Position, b: Position): number {
  const rad = Math.PI / 180
  const half = (degrees: number): number => Math.sin((degrees * rad) / 2) ** 2
  const chord = half(b.latitude - a.latitude) + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * half(b.longitude - a.longitude)
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** As far as it matters to somebody on foot: `80 m`, `1.4 km`, `12 km`. */
export function spoken(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} m`
  return metres < 10_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`
}
