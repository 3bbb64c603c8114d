import { durationMs, spanParts } from '../format/time'
import { useWords } from '../i18n'

/** Spans of time in the words of the screen. */
export function useSpan() {
  const { t } = useWords()

  function length(ms: number): string {
    return spanParts(ms)
      .map((part) => t(`common.span.${part.unit}`, { n: part.count }))
      .join(' ')
  }

  /** How far from now: negative is past. */
  function distance(ms: number): string {
    if (Math.abs(ms) < 5000) return t('common.justNow')
    return t(ms < 0 ? 'common.ago' : 'common.in', { span: length(ms) })
  }

  /** An ISO 8601 duration in words; as it is if it cannot be read. */
  function duration(text: string): string {
    const ms = durationMs(text)
    return ms === undefined ? text : length(ms)
  }

  return { length, distance, duration }
}
