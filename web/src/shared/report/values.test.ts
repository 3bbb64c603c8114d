import { describe, expect, it } from 'vitest'
import type { Asked } from '../api/reports'
import { answers, bodyOf, emptyReport, momentOf, sortOf } from './values'

const words = { zh: '', en: '' }
const hole: Asked = {
  id: 'hole',
  title: words,
  fields: ['size', 'depth', 'noticed', 'remarks', 'hinders'],
  form: {
    required: ['size', 'hinders'],
    properties: {
      size: { title: words, type: 'string', enum: ['small', 'large'] },
      depth: { title: words, type: 'number' },
      noticed: { title: words, type: 'string', format: 'date-time' },
      remarks: { title: words, type: 'string', lines: true },
      hinders: { title: words, type: 'array', items: { enum: ['cars', 'walkers'] } },
    },
  },
}

describe('the form of a kind', () => {
  it('asks for each field in its own way', () => {
    const sorts = hole.fields.map((code) => sortOf(hole.form!.properties[code]!))
    expect(sorts).toEqual(['one', 'number', 'time', 'lines', 'many'])
  })

  it('sends what was typed as the schema wants it, and nothing that is empty', () => {
    const typed = { size: 'large', depth: '12.5', noticed: '2026-11-27T08:15', remarks: '  ', hinders: [] }
    expect(answers(hole, typed, 'Asia/Shanghai')).toEqual({
      size: 'large',
      depth: 12.5,
      noticed: '2026-11-27T00:15:00.000Z',
    })
  })

  it('leaves it to the server to say what is wrong with a number that is none', () => {
    expect(answers(hole, { depth: 'deep' }, 'UTC')).toEqual({ depth: 'deep' })
  })

  it('leaves out what was typed for another kind', () => {
    expect(answers({ id: 'other', title: words, fields: [] }, { size: 'large' }, 'UTC')).toEqual({})
  })
})

describe('a report', () => {
  it('says nothing of somebody who stays anonymous', () => {
    const values = { ...emptyReport('hotline'), kind: 'hole', phone: '13800000000', anonymous: true }
    const body = bodyOf(values, undefined, 'UTC')
    expect(body.reporter).toBeUndefined()
    expect(body.anonymous).toBe(true)
  })

  it('is not anonymous when somebody leaves a telephone', () => {
    const body = bodyOf({ ...emptyReport('hotline'), kind: 'hole', phone: ' 13800000000 ' }, undefined, 'UTC')
    expect(body).toMatchObject({ anonymous: false, reporter: { phone: '13800000000' } })
  })

  it('puts the longitude first, as GeoJSON does', () => {
    const values = { ...emptyReport('grid'), position: { longitude: 121.5, latitude: 31.2 } }
    expect(bodyOf(values, undefined, 'UTC').position).toEqual([121.5, 31.2])
  })
})

describe('a moment on the clock of the city', () => {
  it('keeps its meaning across a change of the clock', () => {
    expect(momentOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
    expect(momentOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z')
  })

  it('is none when it is half typed', () => {
    expect(momentOf('2026-03', 'UTC')).toBeUndefined()
  })
})
