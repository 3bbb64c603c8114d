import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromThePack, NotAPack, readChosen } from './readfiles'

describe('the files of a pack', () => {
  it('begin at the folder that holds pack.yaml, without what is no YAML', () => {
    const found = fromThePack([
      ['air/pack.yaml', 1],
      ['air/rules/a.yaml', 2],
      ['air/README.md', 3],
      ['air/.git/x.yaml', 4],
      ['other.yaml', 5],
    ])
    expect(found).toEqual([
      ['pack.yaml', 1],
      ['rules/a.yaml', 2],
    ])
  })

  it('are no pack without pack.yaml', () => {
    expect(() => fromThePack([['rules.yaml', 1]])).toThrow(NotAPack)
  })

  it('come out of a zip as they went in', async () => {
    const zip = zipSync({ 'air/pack.yaml': strToU8('id: 空气'), '__MACOSX/air/pack.yaml': strToU8('x') })
    const file = new File([new Uint8Array(zip)], 'air.zip')
    expect(await readChosen([['air.zip', file]])).toEqual({ 'pack.yaml': 'id: 空气' })
  })

  it('say why a zip cannot be read', async () => {
    const file = new File(['not a zip'], 'air.zip')
    await expect(readChosen([['air.zip', file]])).rejects.toMatchObject({ word: 'unreadable' })
  })
})
