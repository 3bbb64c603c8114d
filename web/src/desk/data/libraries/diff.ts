/** A piece of a text, and whether the other text lacks it. */
export interface Piece {
  text: string
  differs: boolean
}

const LONGEST = 200

/** The first text cut into what both have, in order, and what only it has. */
export function marked(text: string, other: string): Piece[] {
  if (!text) return []
  if (text.length > LONGEST || other.length > LONGEST) return [{ text, differs: text !== other }]
  const kept = common(text, other)
  const pieces: Piece[] = []
  for (let i = 0; i < text.length; i++) {
    const differs = !kept.has(i)
    const last = pieces.at(-1)
    if (last && last.differs === differs) last.text += text[i]
    else pieces.push({ text: text[i], differs })
  }
  return pieces
}

/** Places of the longest common subsequence within the first text. */
function common(a: string, b: string): Set<number> {
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1])
    }
  }
  const kept = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.add(i++)
      j++
    } else if (best[i + 1][j] >= best[i][j + 1]) i++
    else j++
  }
  return kept
}
