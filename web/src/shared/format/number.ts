const UNITS: Record<string, string> = {
  'ug/m3': 'µg/m³',
  'mg/m3': 'mg/m³',
  Cel: '℃',
  C: '℃',
  m2: 'm²',
  m3: 'm³',
}

/** A unit as people write it. */
export function unitWord(unit: string | null | undefined): string {
  return unit ? (UNITS[unit] ?? unit) : ''
}

/** A number with as many digits as its size deserves, at most three after the point. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
  const text = value.toFixed(digits)
  return digits ? text.replace(/\.?0+$/, '') : text
}

/** A value of any kind with its unit. */
export function withUnit(value: unknown, unit?: string | null): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value !== 'number') return String(value)
  const word = unitWord(unit)
  return word ? `${plainNumber(value)} ${word}` : plainNumber(value)
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** 1,234,567 bytes are `1.2 MiB`. */
export function bytesWords(bytes: number): string {
  const at = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  return `${plainNumber(Math.round((bytes / 1024 ** at) * 10) / 10)} ${SIZES[at]}`
}
