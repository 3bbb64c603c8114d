import { describe, expect, it } from 'vitest'
import { openLines, type TreeNode } from './tree'

const node = (code: string, zh: string, parent?: string): TreeNode => ({ code, name: { zh, en: code }, parent })
const nodes = [node('city', '云川市'), node('east', '城东区', 'city'), node('wen', '文苑街道', 'east'), node('west', '城西区', 'city')]
const codes = (unfolded: string[], text = '') => openLines(nodes, new Set(unfolded), text).shown.map((line) => line.node.code)

describe('the lines of a tree', () => {
  it('show what is unfolded, below what it stands under', () => {
    expect(codes([])).toEqual(['city'])
    expect(codes(['city', 'east'])).toEqual(['city', 'east', 'wen', 'west'])
  })

  it('show what fits a text, with what stands above it', () => {
    const [line] = openLines(nodes, new Set(), '文苑').shown
    expect(line?.node.code).toBe('wen')
    expect(line?.above?.map((one) => one.zh)).toEqual(['云川市', '城东区'])
  })

  it('start at what has no parent that the viewer may see', () => {
    expect(openLines(nodes.slice(1), new Set(), '').shown.map((line) => line.node.code)).toEqual(['east', 'west'])
  })
})
