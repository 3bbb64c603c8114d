import type { EvaluationRow, Figure } from '@/shared/api/evaluations'

/** The order of columns; a measure that no row has is left out. */
export const MEASURES = [
  'closed-on-time',
  'accepted-on-time',
  'dispatched-on-time',
  'handled-on-time',
  'verified-on-time',
  'rework',
  'returns',
  'supervised',
  'false-closures',
  'satisfaction',
  'accept-hours',
  'dispatch-hours',
  'handle-hours',
  'verify-hours',
  'close-hours',
]

export function columnsOf(rows: EvaluationRow[]): string[] {
  return MEASURES.filter((measure) => rows.some((row) => row.measures[measure]))
}

/** A figure as people read it: a percentage, points out of five, hours. */
export function said(measure: string, figure: Figure | undefined, t: (key: string, named: object) => string): string {
  if (!figure) return '–'
  if (measure.endsWith('-hours')) return t('evaluation.hours', { n: figure.value.toFixed(figure.value < 10 ? 1 : 0) })
  if (measure === 'satisfaction') return t('evaluation.of5', { n: figure.value.toFixed(1) })
  return `${(figure.value * 100).toFixed(1).replace(/\.0$/, '')}%`
}
