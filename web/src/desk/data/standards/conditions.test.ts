import { expect, it } from 'vitest'
import { linesOfWhere, whereOf } from './conditions'

it('reads conditions as people write them', () => {
  expect(whereOf('staff ge 500\n\ncode starts-with 0755\nkind in a,b\nopen eq true')).toEqual([
    { field: 'staff', op: 'ge', value: 500 },
    { field: 'code', op: 'starts-with', value: '0755' },
    { field: 'kind', op: 'in', value: ['a', 'b'] },
    { field: 'open', op: 'eq', value: true },
  ])
  expect(linesOfWhere([{ field: 'kind', op: 'in', value: ['a', 'b'] }])).toBe('kind in a,b')
})
