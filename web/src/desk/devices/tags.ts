/** Tags as lines of text, `name=value`, and back. */
export function toLines(tags: Record<string, string> | undefined): string {
  return Object.entries(tags ?? {})
    .map(([name, value]) => (value ? `${name}=${value}` : name))
    .join('\n')
}

export function fromLines(text: string): Record<string, string> {
  const tags: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const cut = line.indexOf('=')
    const name = (cut < 0 ? line : line.slice(0, cut)).trim()
    if (name) tags[name] = cut < 0 ? '' : line.slice(cut + 1).trim()
  }
  return tags
}

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
