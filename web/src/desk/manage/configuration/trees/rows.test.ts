import { describe, expect, it } from 'vitest'
import type { TreeNode } from '@/shared/api/trees'
import { rowsOf } from './rows'

function node(code: string, parent: string | null): TreeNode {
  return { code, name: { zh: `区${code}`, en: `Area ${code}` }, kind: 'street', parent, path: `/${code}/`, version: 1 }
}

const NODES = [node('2', '1'), node('1', null), node('3', '2'), node('4', '1'), node('9', 'unseen')]
const codes = (open: string[], wanted = '') =>
  rowsOf(NODES, new Set(open), wanted).map((row) => `${'-'.repeat(row.depth)}${row.node.code}`)

describe('the rows of a tree', () => {
  it('show the top only while everything is folded, and what hangs on an unseen parent', () => {
    expect(codes([])).toEqual(['1', '9'])
  })

  it('show what is unfolded below its parent', () => {
    expect(codes(['1'])).toEqual(['1', '-2', '-4', '9'])
    expect(codes(['1', '2'])).toEqual(['1', '-2', '--3', '-4', '9'])
  })

  it('show what is sought with its way up, whatever is folded', () => {
    expect(codes([], 'area 3')).toEqual(['1', '-2', '--3'])
    expect(codes([], '区4')).toEqual(['1', '-4'])
    expect(codes([], 'nothing')).toEqual([])
  })
})
