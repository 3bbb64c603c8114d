import type { FieldMapping, Schedule, Source, SourceDraft } from '@/shared/api/sources'

/** What the form holds: flat texts, as they are typed. */
export interface Typed {
  name: string
  kind: Source['kind']
  organisation: string
  description: string
  config: Record<string, string>
  dataset: string
  mapping: string
  when: 'none' | 'every' | 'daily' | 'cron'
  everyMinutes: string
  at: string
  cron: string
  window: string
}

const NUMBERS = new Set([
  'port', 'fetch', 'rowsPerSecond', 'pauseMillis', 'timeoutSeconds', 'overlapSeconds', 'pageSize', 'firstPage',
  'requestsPerMinute', 'attempts',
])
const PAIRS = new Set(['headers', 'secretHeaders'])

/** Which settings a kind has, so that what was typed for another kind is not sent. */
export const FIELDS: Record<Source['kind'], string[]> = {
  jdbc: [
    'engine', 'host', 'port', 'database', 'url', 'user', 'password', 'ssl', 'table', 'query', 'by', 'byKind',
    'overlapSeconds', 'fetch', 'rowsPerSecond', 'pauseMillis', 'timeoutSeconds',
  ],
  capture: ['host', 'port', 'database', 'user', 'password', 'ssl', 'table', 'publication'],
  http: [
    'url', 'method', 'body', 'headers', 'secretHeaders', 'path', 'paging', 'pageParam', 'sizeParam', 'pageSize',
    'firstPage', 'cursorPath', 'totalPath', 'by', 'sinceParam', 'requestsPerMinute', 'attempts', 'timeoutSeconds',
  ],
  file: ['folder', 'pattern', 'each', 'shape'],
  push: [],
}

export function typed(source: Source): Typed {
  const config: Record<string, string> = {}
  for (const [name, value] of Object.entries(source.config)) {
    config[name] = typeof value === 'object' && value ? toPairs(value as Record<string, unknown>, name) : String(value ?? '')
  }
  const plan = source.schedule
  return {
    name: source.name,
    kind: source.kind,
    organisation: source.organisation ?? '',
    description: source.description,
    config,
    dataset: source.target?.dataset ?? '',
    mapping: (source.target?.mapping ?? []).map((one) => `${one.field} = ${one.column}`).join('\n'),
    when: !plan ? 'none' : plan.cron ? 'cron' : plan.everyMinutes ? 'every' : 'daily',
    everyMinutes: String(plan?.everyMinutes ?? 60),
    at: (plan?.at ?? ['02:30']).map((time) => time.slice(0, 5)).join(', '),
    cron: plan?.cron ?? '',
    window: plan?.window ? `${plan.window.from.slice(0, 5)}-${plan.window.to.slice(0, 5)}` : '',
  }
}

export function draft(values: Typed, former: Source): SourceDraft {
  const config: Record<string, unknown> = {}
  for (const name of FIELDS[values.kind]) {
    const text = (values.config[name] ?? '').trim()
    if (!text) continue
    if (NUMBERS.has(name)) config[name] = /^-?\d+$/.test(text) ? Number(text) : text
    else if (PAIRS.has(name)) config[name] = fromPairs(text)
    else if (name === 'shape') config[name] = former.config.shape
    else config[name] = text
  }
  return {
    name: values.name,
    kind: values.kind,
    description: values.description,
    organisation: values.organisation || null,
    config,
    target: values.dataset ? { dataset: values.dataset, mapping: mapping(values.mapping, former) } : null,
    schedule: values.kind === 'push' || values.kind === 'capture' ? null : schedule(values, former.schedule),
  }
}

/** A line that stays keeps its standard and format. */
function mapping(text: string, former: Source): FieldMapping[] {
  return text
    .split('\n')
    .map((line) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, field, column]) => {
      const kept = former.target?.mapping.find((one) => one.field === field && one.column === column)
      return kept ?? { field, column }
    })
}

function schedule(values: Typed, former: Schedule | null | undefined): Schedule | null {
  const hours = /^\s*(\d{1,2}:\d{2})\s*[-–~]\s*(\d{1,2}:\d{2})\s*$/.exec(values.window)
  const window = hours ? { window: { from: pad(hours[1]), to: pad(hours[2]) } } : {}
  switch (values.when) {
    case 'every':
      return { everyMinutes: Number(values.everyMinutes) || 0, ...window }
    case 'daily':
      return {
        at: values.at.split(/[,，\s]+/).filter(Boolean).map(pad),
        ...(former?.days?.length && { days: former.days }),
        ...window,
      }
    case 'cron':
      return { cron: values.cron, ...window }
    default:
      return null
  }
}

const pad = (time: string): string => time.padStart(5, '0')

function toPairs(value: Record<string, unknown>, name: string): string {
  return PAIRS.has(name)
    ? Object.entries(value).map(([key, text]) => `${key}: ${String(text)}`).join('\n')
    : JSON.stringify(value)
}

function fromPairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .map((line) => /^\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name, value]) => [name, value]),
  )
}

/** Bytes as people read them. */
export function size(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}
