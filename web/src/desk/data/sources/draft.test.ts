import { describe, expect, it } from 'vitest'
import type { Source } from '@/shared/api/sources'
import { draft, size, typed } from './draft'

const SOURCE: Source = {
  id: '1',
  name: '路灯',
  kind: 'jdbc',
  description: '',
  config: { engine: 'mariadb', host: 'h', port: 3306, table: 't', by: 'id' },
  secrets: ['password'],
  target: { dataset: 'raw.lamps', mapping: [{ field: 'name', column: '名称', standard: 'trim' }] },
  schedule: { at: ['02:30:00'], days: ['MONDAY'], window: { from: '22:00:00', to: '06:00:00' } },
  state: 'good',
  failures: 0,
  createdAt: '',
}

describe('a source as it is typed', () => {
  it('comes back as it was when nothing is changed', () => {
    const again = draft(typed(SOURCE), SOURCE)
    expect(again.config).toEqual(SOURCE.config)
    expect(again.target).toEqual(SOURCE.target)
    expect(again.schedule).toEqual({ at: ['02:30'], days: ['MONDAY'], window: { from: '22:00', to: '06:00' } })
  })

  it('sends only settings of its kind, numbers as numbers and headers as pairs', () => {
    const values = typed({ ...SOURCE, kind: 'http', schedule: null })
    values.config = { ...values.config, url: 'https://a', pageSize: '50', headers: 'X-A: 1\nX-B: a:b', host: 'h' }
    expect(draft(values, SOURCE).config).toEqual({ url: 'https://a', pageSize: 50, by: 'id', headers: { 'X-A': '1', 'X-B': 'a:b' } })
  })

  it('leaves what is no number for the server to refuse', () => {
    const values = typed(SOURCE)
    values.config.port = 'many'
    expect(draft(values, SOURCE).config.port).toBe('many')
  })

  it('writes bytes for people', () => {
    expect(size(0)).toBe('0 B')
    expect(size(1536)).toBe('1.5 KiB')
  })
})
