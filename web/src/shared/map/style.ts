import type { StyleSpecification } from 'maplibre-gl'
import type { Area } from '../api/core'
import { tokenColour } from '../theme'
import { drawnAreas, type MapPoint } from './shapes'

export const NO_FEATURES: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

export function areasSource(areas: Area[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: drawnAreas(areas).map((area) => ({
      type: 'Feature',
      geometry: area.boundary!,
      properties: { code: area.code },
    })),
  }
}

export function pointsSource(points: MapPoint[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map((point) => ({
      type: 'Feature',
      geometry: {
        type: 'Point',
        coordinates: [point.position.longitude, point.position.latitude],
      },
      properties: { page: point.page, level: point.level },
    })),
  }
}

/** The whole style: our own areas and things, no outside tiles, no outside letters. */
export function cityStyle(
  areas: Area[],
  points: MapPoint[],
  scenery: GeoJSON.FeatureCollection,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: areasSource(areas) },
      points: { type: 'geojson', data: pointsSource(points) },
      scenery: { type: 'geojson', data: scenery },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': tokenColour('map-sea') } },
      { id: 'land', type: 'fill', source: 'areas', paint: { 'fill-color': tokenColour('map-land') } },
      {
        id: 'marked',
        type: 'fill',
        source: 'areas',
        filter: ['in', ['get', 'code'], ['literal', []]],
        paint: { 'fill-color': tokenColour('accent'), 'fill-opacity': 0.18 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': tokenColour('map-line'), 'line-width': 1 },
      },
      {
        id: 'roads',
        type: 'line',
        source: 'scenery',
        filter: ['!=', ['get', 'kind'], 'river'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': tokenColour('map-road'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 14, 5],
        },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'scenery',
        filter: ['==', ['get', 'kind'], 'river'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': tokenColour('map-river'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2, 14, 10],
        },
      },
      {
        id: 'marked-border',
        type: 'line',
        source: 'areas',
        filter: ['in', ['get', 'code'], ['literal', []]],
        paint: { 'line-color': tokenColour('accent'), 'line-width': 2 },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 2.5, 11, 4, 15, 8],
          'circle-color': tokenColour('accent'),
          'circle-stroke-color': tokenColour('surface'),
          'circle-stroke-width': 1,
        },
      },
    ],
  }
}
