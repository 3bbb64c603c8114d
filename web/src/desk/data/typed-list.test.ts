import { expect, test } from 'vitest'
import { listOf } from './typed-list'

test('takes every usual separator and nothing twice', () => {
  expect(listOf('企业名称、注册资本，成立日期\n 企业名称 ; ')).toEqual(['企业名称', '注册资本', '成立日期'])
  expect(listOf('')).toEqual([])
})
