import { describe, expect, it } from 'vitest'
import type { Preview, StoredDataset } from '@/shared/api/loads'
import { draftId, likely, making, type Wanted } from './wizard'

const preview = {
  upload: { id: 'u1', name: 'firms.csv', bytes: 1, sha256: '', storedAt: '' },
  detected: { shape: { format: 'csv', encoding: 'GB18030' }, packed: false, sheets: [], lists: [], confidence: 1, notes: [] },
  draft: { columns: ['名称', 'day'], fields: [], rows: [], read: 0, all: true },
} as Preview

const field = (name: string, more: Partial<Wanted> = {}): Wanted => ({
  use: true, column: name, name, title: name, type: 'text', format: '', standard: '', sensitivity: 2, ...more,
})

describe('the wizard of uploads', () => {
  it('makes an id out of the name of the file', () => {
    expect(draftId('Firms 2024 (new).csv.gz')).toBe('raw.firms-2024-new')
    expect(draftId('2024.csv')).toBe('raw.file')
    expect(draftId('企业.xlsx')).toBe('raw.file')
  })

  it('finds the columns of a dataset that is there by origin, name or title', () => {
    const dataset = {
      definition: {
        fields: [
          { name: 'name', title: { zh: '企业', en: 'Firm' }, type: 'text', sensitivity: 2, origin: '名称' },
          { name: 'day', title: { zh: '日', en: 'Day' }, type: 'date', sensitivity: 2 },
          { name: 'other', title: { zh: '其他', en: 'Other' }, type: 'text', sensitivity: 2 },
        ],
      },
    } as unknown as StoredDataset
    expect(likely(dataset, [' 名称 ', 'DAY'])).toEqual({ name: ' 名称 ', day: 'DAY' })
  })

  it('asks only for what is to be used, with formats of days alone', () => {
    const order = making(
      preview,
      { id: 'raw.firms', title: '企业', owner: '', mode: 'merge', keys: ['a', 'c'] },
      [field('a', { format: 'mdy' }), field('b', { type: 'date', format: 'mdy' }), field('c', { use: false })],
    )
    expect(order.spec).toEqual({ format: 'csv', encoding: 'GB18030', upload: 'u1' })
    expect(order.mapping).toEqual([
      { field: 'a', column: 'a', format: null, standard: null },
      { field: 'b', column: 'b', format: 'mdy', standard: null },
    ])
    expect(order.define?.keys).toEqual(['a'])
    expect(order.define?.fields.map((one) => one.origin)).toEqual(['a', 'b'])
  })
})
