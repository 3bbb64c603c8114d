import { describe, expect, it } from 'vitest'
import type { StoredDefinition } from '@/shared/api/loads'
import { changeable, changed } from './definition'

const WAS: StoredDefinition = {
  id: 'raw.firms',
  title: { zh: '企业', en: 'Firms' },
  owner: '',
  mode: 'merge',
  keys: ['number'],
  timeField: 'loaded_at',
  keep: 10,
  pack: null,
  fields: [
    { name: 'number', title: { zh: '编号', en: 'No.' }, type: 'text', sensitivity: 1, standard: 'text', origin: '编号' },
    { name: 'tax', title: { zh: '税额', en: 'Tax' }, type: 'number', unit: 'CNY', sensitivity: 2 },
  ],
}

describe('a definition changed by hand', () => {
  it('is what it was when nothing was typed', () => {
    const { pack: _, ...same } = WAS
    expect(changed(WAS, changeable(WAS))).toEqual({ ...same, fields: [{ ...WAS.fields[0], unit: null }, WAS.fields[1]] })
  })

  it('keeps names, types, keys and standards of its fields', () => {
    const typed = changeable(WAS)
    typed.owner = 'tax-bureau'
    typed.fields[1]!.sensitivity = 3
    typed.fields[1]!.unit = ' '
    const now = changed(WAS, typed)
    expect(now.owner).toBe('tax-bureau')
    expect(now.keys).toEqual(['number'])
    expect(now.fields[0]!.standard).toBe('text')
    expect(now.fields[1]).toMatchObject({ name: 'tax', type: 'number', unit: null, sensitivity: 3 })
    expect(WAS.fields[1]!.sensitivity).toBe(2)
  })
})
