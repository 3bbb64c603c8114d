import { describe, expect, it } from 'vitest'
import { CHECKS, fromCheck, toCheck } from './checks'

describe('checks', () => {
  it('leaves out what is left empty', () => {
    expect(toCheck('range', { field: 'power', min: '0', max: '', aboveMin: false })).toEqual({ type: 'range', field: 'power', min: 0 })
    expect(toCheck('codes', { field: 'lit', values: 'yes\nno\n' })).toEqual({ type: 'codes', field: 'lit', values: ['yes', 'no'] })
  })

  it('writes what it reads', () => {
    const check = { type: 'fresh', field: 'seen', within: 'P1D', groupBy: ['lot'], fromNewest: true }
    expect(toCheck('fresh', fromCheck(check))).toEqual(check)
  })

  it('sends faulty conditions to the server, which says what is wrong', () => {
    expect(toCheck('never', { conditions: '[{' })).toEqual({ type: 'never', conditions: '[{' })
  })

  it('knows all types', () => {
    expect(Object.keys(CHECKS)).toHaveLength(23)
  })
})
