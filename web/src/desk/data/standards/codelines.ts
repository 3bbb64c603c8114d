import type { Code } from '@/shared/api/standards'

/** One code a line: code, Chinese title, English title, parent. */
export function linesOf(codes: Code[]): string {
  return codes
    .map((one) => [one.code, one.title.zh, one.title.en, one.parent ?? ''].map(quoted).join(',').replace(/,+$/, ''))
    .join('\n')
}

/** What lines do not show (other words, foreign codes, days) stays with its code. */
export function codesOf(lines: string, before: Code[]): Code[] {
  const known = new Map(before.map((one) => [one.code, one]))
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', zh = '', en = '', parent = ''] = cells(line)
      const former = known.get(code)
      return {
        code,
        title: { zh: zh || en || code, en: en || zh || code },
        ...(parent && { parent }),
        ...(former?.names?.length && { names: former.names }),
        ...(former?.foreign && Object.keys(former.foreign).length && { foreign: former.foreign }),
        ...(former?.from && { from: former.from }),
        ...(former?.to && { to: former.to }),
      } as Code
    })
}

function quoted(cell: string): string {
  return /[,"\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function cells(line: string): string[] {
  const by = line.includes('\t') ? '\t' : ','
  const found: string[] = []
  let cell = ''
  let inside = false
  for (let i = 0; i < line.length; i++) {
    const c = line[i]
    if (inside && c === '"' && line[i + 1] === '"') {
      cell += '"'
      i++
    } else if (c === '"') {
      inside = !inside
    } else if (c === by && !inside) {
      found.push(cell.trim())
      cell = ''
    } else {
      cell += c
    }
  }
  found.push(cell.trim())
  return found
}
