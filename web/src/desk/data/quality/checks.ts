/** Which parameters a check of each type has, and how each is typed in. */
export type Input = 'field' | 'fields' | 'text' | 'number' | 'flag' | 'lines' | 'json' | 'choice'

export interface Param {
  name: string
  input: Input
  choices?: string[]
  optional?: boolean
}

const field: Param = { name: 'field', input: 'field' }
const fields: Param = { name: 'fields', input: 'fields' }
const groupBy: Param = { name: 'groupBy', input: 'fields', optional: true }

export const CHECKS: Record<string, Param[]> = {
  'not-null': [field, { name: 'nullWords', input: 'lines', optional: true }],
  'null-word': [field, { name: 'nullWords', input: 'lines', optional: true }],
  gaps: [field, { name: 'grain', input: 'choice', choices: ['', 'hour', 'day', 'week', 'month', 'year'], optional: true }, groupBy],
  unique: [fields],
  'look-alike': [fields],
  range: [field, { name: 'min', input: 'number', optional: true }, { name: 'max', input: 'number', optional: true }, { name: 'aboveMin', input: 'flag' }],
  pattern: [field, { name: 'regex', input: 'text' }],
  codes: [field, { name: 'values', input: 'lines' }],
  standard: [field, { name: 'standard', input: 'text' }],
  order: [{ name: 'lower', input: 'field' }, { name: 'upper', input: 'field' }],
  sum: [field, { name: 'terms', input: 'fields' }, { name: 'within', input: 'number', optional: true }],
  outlier: [
    field,
    { name: 'groupBy', input: 'field', optional: true },
    { name: 'method', input: 'choice', choices: ['quartiles', 'deviation'] },
    { name: 'k', input: 'number', optional: true },
    { name: 'log', input: 'flag' },
  ],
  placeholder: [field, { name: 'values', input: 'lines' }],
  never: [{ name: 'conditions', input: 'json' }],
  within: [field, { name: 'on', input: 'field' }, { name: 'dataset', input: 'text' }, { name: 'key', input: 'text' }, { name: 'limit', input: 'text' }],
  shapes: [field, { name: 'shapes', input: 'lines' }],
  tidy: [field],
  spelling: [field],
  consistent: [{ name: 'key', input: 'fields' }, field],
  fresh: [field, { name: 'within', input: 'text' }, groupBy, { name: 'fromNewest', input: 'flag' }],
  stuck: [field, { name: 'along', input: 'field' }, groupBy, { name: 'atLeast', input: 'number', optional: true }],
  reference: [field, { name: 'dataset', input: 'text' }, { name: 'key', input: 'text' }],
  whole: [{ name: 'key', input: 'fields' }, { name: 'parts', input: 'fields' }],
}

export type Values = Record<string, string | number | boolean | string[]>

/** The check as the server reads it; what is left empty is left out. */
export function toCheck(type: string, values: Values): Record<string, unknown> {
  const check: Record<string, unknown> = { type }
  for (const param of CHECKS[type] ?? []) {
    const value = values[param.name]
    if (value === undefined || value === '' || value === false || (Array.isArray(value) && !value.length)) continue
    if (param.input === 'number') check[param.name] = Number(value)
    else if (param.input === 'lines') check[param.name] = String(value).split('\n').filter((line) => line !== '')
    else if (param.input === 'json') check[param.name] = parsed(String(value))
    else check[param.name] = value
  }
  return check
}

// What is no JSON goes as it is: the server says what is wrong with it.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function fromCheck(check: Record<string, unknown>): Values {
  const values: Values = {}
  for (const param of CHECKS[String(check.type)] ?? []) {
    const value = check[param.name]
    if (value === undefined) continue
    if (param.input === 'lines' && Array.isArray(value)) values[param.name] = value.join('\n')
    else if (param.input === 'json') values[param.name] = JSON.stringify(value)
    else if (param.input === 'fields' && Array.isArray(value)) {
      values[param.name] = value.map((one) => (typeof one === 'string' ? one : String((one as { field?: string }).field ?? '')))
    } else values[param.name] = value as string
  }
  return values
}
