import { describe, expect, it } from 'vitest'
import type { Library, SourceDefinition } from '@/shared/api/libraries'
import { attached, attaching } from './attaching'

const LIBRARY = { fields: [{ name: 'code' }, { name: 'name' }, { name: 'phone' }] } as Library

describe('a source of a library', () => {
  it('comes back as it was, with what is not typed', () => {
    const was: SourceDefinition = {
      dataset: 'raw.firms',
      title: { zh: '登记', en: 'Registry' },
      priority: 1,
      freshness: 'changed',
      key: ['no'],
      where: [{ field: 'state', op: 'eq', value: 'open' }],
      fields: { code: 'uscc', name: { column: 'title', standard: 'text:width=half' } },
    }
    expect(attached(attaching(LIBRARY, was), was)).toEqual(was)
  })

  it('leaves out fields without a column', () => {
    const values = attaching(LIBRARY, {})
    values.dataset = 'raw.firms'
    values.fields.name!.column = 'title'
    expect(attached(values, {})).toEqual({ dataset: 'raw.firms', priority: 10, fields: { name: 'title' } })
  })
})
