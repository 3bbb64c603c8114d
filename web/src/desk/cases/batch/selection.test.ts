import { describe, expect, it } from 'vitest'
import { useSelection } from './selection'

const ORDER = ['a', 'b', 'c', 'd', 'e']
const chosen = (of: ReturnType<typeof useSelection>) => [...of.ids.value].sort().join('')

describe('the selection of rows', () => {
  it('takes one in and out again', () => {
    const rows = useSelection(() => ORDER, 10)
    rows.toggle('b')
    rows.toggle('d')
    rows.toggle('b')
    expect(chosen(rows)).toBe('d')
  })

  it('takes all in from the last one touched, in either direction', () => {
    const rows = useSelection(() => ORDER, 10)
    rows.toggle('d')
    rows.toggle('b', true)
    expect(chosen(rows)).toBe('bcd')
    rows.toggle('e', true)
    expect(chosen(rows)).toBe('bcde')
  })

  it('takes a range out where it began with taking out', () => {
    const rows = useSelection(() => ORDER, 10)
    rows.all()
    rows.toggle('b')
    rows.toggle('d', true)
    expect(chosen(rows)).toBe('ae')
  })

  it('never takes in more than may go at once', () => {
    const rows = useSelection(() => ORDER, 3)
    rows.all()
    expect(chosen(rows)).toBe('abc')
    rows.toggle('e')
    expect(chosen(rows)).toBe('abc')
  })
})
