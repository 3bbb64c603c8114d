import type { IndicatorValue } from '@/shared/api/indicator'
import type { Text } from '@/shared/i18n'
import { unitWord } from '@/shared/format/number'

export const CITY = 'city'

/** The level of an air quality value, 1 to 6, if it has one. */
export function levelOf(value: IndicatorValue): number | undefined {
  const level = Number(value.attributes.level)
  return level >= 1 && level <= 6 ? level : undefined
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

/** An attribute that has words to show. */
export function wordsOf(value: IndicatorValue, name: string): Text | string | undefined {
  const given = value.attributes[name]
  if (isText(given) || typeof given === 'string') return given
  if (Array.isArray(given)) return given.map(String).join(', ')
  return undefined
}

/** A number with the decimals that its indicator shows. */
export function inDecimals(value: number | null | undefined, decimals: number): string {
  return value == null ? '–' : value.toFixed(decimals)
}

export function inUnit(value: number | null | undefined, of: { unit: string; decimals: number }): string {
  const number = inDecimals(value, of.decimals)
  const unit = unitWord(of.unit)
  return unit ? `${number} ${unit}` : number
}

/** How far back a page looks, by grain. */
export function reach(grain: string): number {
  const day = 24 * 3_600_000
  return grain === 'hour' ? 3 * day : grain === 'day' ? 45 * day : 800 * day
}

/** The newest value of each thing. */
export function newestOf(values: IndicatorValue[]): IndicatorValue[] {
  const newest = new Map<string, IndicatorValue>()
  for (const value of values) {
    const before = newest.get(value.key)
    if (!before || before.grainStart < value.grainStart) newest.set(value.key, value)
  }
  return [...newest.values()]
}
