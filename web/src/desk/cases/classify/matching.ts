import type { Category } from '@/shared/api/classify'

export interface CategoryChoice {
  code: string
  /** From the top to itself. */
  path: string
  name: string
  tree: string
  of: Category
}

/** Those that have all the words, by code or path; the ones whose own name begins with them first. */
export function matching(choices: CategoryChoice[], words: string, most: number): CategoryChoice[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (!asked.length) return choices.slice(0, most)
  const fit = choices.filter((one) => {
    const text = `${one.code} ${one.path}`.toLowerCase()
    return asked.every((word) => text.includes(word))
  })
  const rank = (one: CategoryChoice) => {
    const name = one.name.toLowerCase()
    if (one.code.toLowerCase() === asked[0]) return 0
    if (name.startsWith(asked[0]!)) return 1
    return asked.every((word) => name.includes(word)) ? 2 : 3
  }
  return fit
    .map((one, index) => ({ one, index, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, most)
    .map((each) => each.one)
}
