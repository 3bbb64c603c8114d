import type { Indicator, IndicatorValue } from '@/shared/api/indicator'
import type { Text } from '@/shared/i18n'

/** What a value is about: an area, a device, a department, or the whole city when it names none. */
export interface About {
  dimension: string
  code: string
}

export function aboutOf(value: IndicatorValue): About | undefined {
  const given = value.dimension ?? {}
  const [first] = Object.entries(given).filter(([, code]) => code)
  if (first) return { dimension: first[0], code: first[1] }
  if (value.device) return { dimension: 'device', code: value.device }
  if (value.area) return { dimension: 'area', code: value.area }
  return undefined
}

export function aboutKey(value: IndicatorValue): string {
  const about = aboutOf(value)
  return about ? `${about.dimension}:${about.code}` : ''
}

/** Whether the target is met; undefined when there is none or nothing to compare. */
export function meets(indicator: Indicator, value: number | null | undefined): boolean | undefined {
  if (indicator.target == null || value == null || !indicator.better) return undefined
  return indicator.better === 'lower' ? value <= indicator.target : value >= indicator.target
}

/** The level of an air quality value, 1 to 6, if it has one. */
export function levelOf(value: IndicatorValue): number | undefined {
  const level = Number(value.attributes?.level)
  return level >= 1 && level <= 6 ? level : undefined
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

/** The attributes that have words to show, by name. */
export function wordsOf(value: IndicatorValue, name: string): Text | string | undefined {
  const given = value.attributes?.[name]
  if (isText(given) || typeof given === 'string') return given
  if (Array.isArray(given)) return given.map(String).join(', ')
  return undefined
}

/** The values of one thing, oldest first. */
export function historyOf(values: IndicatorValue[], key: string): IndicatorValue[] {
  return values
    .filter((value) => aboutKey(value) === key)
    .toSorted((a, b) => a.grainStart.localeCompare(b.grainStart))
}

/** The things that have values: the whole city first, then by dimension and code. */
export function thingsOf(values: IndicatorValue[]): string[] {
  return [...new Set(values.map(aboutKey))].sort()
}

/** The newest known value of each thing. */
export function newestOf(values: IndicatorValue[]): Map<string, IndicatorValue> {
  const newest = new Map<string, IndicatorValue>()
  for (const value of values) {
    if (value.value === null) continue
    const before = newest.get(aboutKey(value))
    if (!before || before.grainStart < value.grainStart) newest.set(aboutKey(value), value)
  }
  return newest
}

/** How far back a page looks, by grain. */
export function reach(grain: string): number {
  const day = 24 * 3_600_000
  return grain === 'hour' ? 3 * day : grain === 'day' ? 45 * day : 800 * day
}
