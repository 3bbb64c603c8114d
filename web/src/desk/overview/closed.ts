import { data } from '@/shared/api/data'
import { startOfDay } from '@/shared/format/time'

/** How many cases sensors have closed since the city's midnight. */
export async function closedBySensor(zone: string): Promise<number> {
  const answer = await data.query('cases.cases', {
    measures: [{ name: 'closed', aggregate: 'count' }],
    where: [
      { field: 'closed_by', op: 'eq', value: 'sensor' },
      { field: 'closed_at', op: 'ge', value: new Date(startOfDay(zone, Date.now())).toISOString() },
    ],
  })
  return Number(answer.rows[0]?.[0] ?? 0)
}
