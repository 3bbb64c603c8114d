import { describe, expect, it } from 'vitest'
import { grouped, toggle } from './permissions'

const one = (name: string) => ({ name, title: { zh: name, en: name }, limit: 'area' as const })

describe('a list of permissions', () => {
  it('is grouped by module, the platform last', () => {
    const groups = grouped([one('core:roles'), one('alarm:read'), one('core:jobs')], (each) => each.name, '')
    expect(groups.map((group) => [group.module, group.items.length])).toEqual([
      ['alarm', 1],
      ['core', 2],
    ])
  })

  it('keeps only what fits the text', () => {
    expect(grouped([one('core:roles'), one('alarm:read')], (each) => each.name, 'READ').map((group) => group.module)).toEqual(['alarm'])
  })
})

describe('a tick', () => {
  it('puts a permission in and takes it out', () => {
    expect(toggle(['alarm:read'], 'cases:read')).toEqual(['alarm:read', 'cases:read'])
    expect(toggle(['alarm:read', 'cases:read'], 'alarm:read')).toEqual(['cases:read'])
  })

  it('of a whole module swallows the single ones', () => {
    expect(toggle(['alarm:read', 'cases:read'], 'alarm:*')).toEqual(['alarm:*', 'cases:read'])
  })
})
