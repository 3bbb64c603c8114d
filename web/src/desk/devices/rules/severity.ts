const WORDS: Record<string, number> = { blue: 1, yellow: 2, orange: 3, red: 4 }

/** A severity as a level, be it sent as a number or a word. */
export function levelOf(given: unknown): number {
  return WORDS[String(given).toLowerCase()] ?? (Number(given) || 2)
}
