import type { Position, Severity } from '../api/alarm'
import type { Asked, FormField, ReportBody } from '../api/reports'
import { zoneOffset } from '../format/time'

/** A report as it is typed: every field is there, empty until it is filled. */
export interface ReportValues {
  kind: string
  channel: string
  description: string
  severity: Severity
  area: string
  position: Position | null
  address: string
  /** The wall clock of the city, as the browser's field has it. */
  seenAt: string
  attributes: Record<string, unknown>
  anonymous: boolean
  name: string
  phone: string
  email: string
  /** The open case that it joins; empty opens one. */
  join: string
}

export function emptyReport(channel: string): ReportValues {
  return {
    kind: '',
    channel,
    description: '',
    severity: 2,
    area: '',
    position: null,
    address: '',
    seenAt: '',
    attributes: {},
    anonymous: false,
    name: '',
    phone: '',
    email: '',
    join: '',
  }
}

export type Sort = 'text' | 'lines' | 'number' | 'time' | 'yes' | 'one' | 'many'

/** How a field is asked for. */
export function sortOf(field: FormField): Sort {
  if (field.type === 'array') return 'many'
  if (field.type === 'number' || field.type === 'integer') return 'number'
  if (field.type === 'boolean') return 'yes'
  if (field.enum) return 'one'
  if (field.format === 'date-time') return 'time'
  return field.lines ? 'lines' : 'text'
}

/** `2026-11-27T08:15` on the city's clock as a moment with its zone; undefined when it is none. */
export function momentOf(local: string, zone: string): string | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local)
  if (!found) return undefined
  const [, year, month, day, hour, minute] = found.map(Number)
  const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!)
  const offset = zoneOffset(zone, wall - zoneOffset(zone, wall))
  return new Date(wall - offset).toISOString()
}

function answer(field: FormField, value: unknown, zone: string): unknown {
  if (value === undefined || value === null || value === '') return undefined
  switch (sortOf(field)) {
    case 'many':
      return Array.isArray(value) && value.length ? value : undefined
    case 'number': {
      const number = Number(value)
      // What is no number goes as it was typed: the server says what is wrong with it.
      return Number.isFinite(number) ? number : value
    }
    case 'time':
      return momentOf(String(value), zone) ?? value
    case 'yes':
      return value === true || value === 'true'
    default:
      return typeof value === 'string' ? value.trim() || undefined : value
  }
}

/** The answers to the form of the kind that is chosen; what was typed for another kind is left out. */
export function answers(asked: Asked | undefined, typed: Record<string, unknown>, zone: string): Record<string, unknown> {
  const properties = asked?.form?.properties ?? {}
  const found: Record<string, unknown> = {}
  for (const code of asked?.fields ?? []) {
    const value = properties[code] && answer(properties[code], typed[code], zone)
    if (value !== undefined) found[code] = value
  }
  return found
}

const said = (text: string): string | undefined => text.trim() || undefined

/** What is sent: nothing that is empty, and nothing of somebody who stays anonymous. */
export function bodyOf(values: ReportValues, asked: Asked | undefined, zone: string): ReportBody {
  const reporter = { name: said(values.name), phone: said(values.phone), email: said(values.email) }
  const given = answers(asked, values.attributes, zone)
  const known = !values.anonymous && Object.values(reporter).some(Boolean)
  return {
    kind: values.kind,
    channel: values.channel,
    description: said(values.description),
    severity: values.severity,
    area: said(values.area),
    position: values.position ? [values.position.longitude, values.position.latitude] : undefined,
    address: said(values.address),
    seenAt: values.seenAt ? (momentOf(values.seenAt, zone) ?? values.seenAt) : undefined,
    attributes: Object.keys(given).length ? given : undefined,
    anonymous: !known,
    reporter: known ? reporter : undefined,
    case: said(values.join),
  }
}
