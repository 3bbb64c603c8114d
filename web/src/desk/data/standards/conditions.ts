export interface Condition {
  field: string
  op: string
  value: unknown
}

/** One condition a line: field operator value. */
export function linesOfWhere(where: { field: string; op: string; value: unknown[] }[]): string {
  return where.map((one) => `${one.field} ${one.op} ${one.value.join(',')}`).join('\n')
}

export function whereOf(lines: string): Condition[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, field = line, op = '', rest = ''] = /^(\S+)\s+(\S+)\s*(.*)$/.exec(line) ?? []
      const many = op === 'in' || op === 'between'
      return { field, op, value: many ? rest.split(',').map((one) => read(one.trim())) : read(rest) }
    })
}

function read(word: string): unknown {
  if (word === 'true' || word === 'false') return word === 'true'
  // A code with a leading zero is a text.
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(word) ? Number(word) : word
}
