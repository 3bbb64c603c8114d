import { describe, expect, it } from 'vitest'
import type { LibraryDefinition } from '@/shared/api/libraries'
import { definition, newField, newRule, typed } from './definition'

const FIRMS: LibraryDefinition = {
  id: 'firms',
  title: { zh: '企业库', en: 'Firms' },
  label: 'name',
  survive: ['priority', 'newest'],
  largest: 50,
  fields: [
    { name: 'code', title: { zh: '代码', en: 'Code' }, type: 'text', sensitivity: 1, standard: 'credit-code', survive: ['frequent'] },
    { name: 'name', title: { zh: '名称', en: 'Name' }, type: 'text', sensitivity: 1 },
  ],
  keys: [{ id: 'code', title: { zh: '代码', en: 'Code' }, fields: ['code'], identity: true }],
  fuzzy: [
    {
      id: 'name',
      blocks: [{ field: 'name', by: 'firm' }],
      compare: [{ field: 'name', by: 'firm', weight: 0.8, required: true }],
      sure: 0.98,
      review: 0.8,
    },
  ],
}

describe('a library as it is typed', () => {
  it('comes back as it was', () => {
    expect(definition(typed(FIRMS), FIRMS)).toEqual(FIRMS)
  })

  it('begins with one empty field and leaves out what is left empty', () => {
    const values = typed({})
    expect(values.fields).toEqual([newField()])
    Object.assign(values, { id: 'parks', titleZh: '公园', label: 'name', rules: [newRule()] })
    values.fields[0]!.name = 'name'
    const made = definition(values, {})
    expect(made).not.toHaveProperty('owner')
    expect(made.title).toEqual({ zh: '公园', en: '公园' })
    expect(made.fields).toEqual([{ name: 'name', title: { zh: 'name', en: 'name' }, type: 'text', sensitivity: 2 }])
    expect(made.fuzzy![0]!.compare).toEqual([{ field: '', by: 'name', weight: 1, required: true }])
  })
})
