/** A title in pieces: what was typed stands out. */
export function piecesOf(title: string, wanted: string): { text: string; hit: boolean }[] {
  const words = wanted.trim().split(/\s+/).filter(Boolean)
  if (!words.length) return [{ text: title, hit: false }]
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  return title
    .split(pattern)
    .map((text, index) => ({ text, hit: index % 2 === 1 }))
    .filter((one) => one.text)
}
