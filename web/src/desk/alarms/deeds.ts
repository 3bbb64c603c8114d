import { shallowRef } from 'vue'
import { alarms, type ManyDone, type Person } from '@/shared/api/alarm'
import { tellDone, tellFault, tellUndo } from '@/shared/frame/tell'
import { useWords } from '@/shared/i18n'

/** For how many minutes something may lie on the shelf, as the boxes offer it. */
export const SPANS = [30, 60, 240, 480, 1440] as const

export interface Shelving {
  minutes: number
  reason: string
}

/** What is being asked before a deed: how long and why, or who. */
export const asking = shallowRef<{ deed: 'shelve' | 'assign'; ids: string[] }>()

/** What people do with alarms, one or many; each can be taken back for a while, but for clearing. */
export function useDeeds(changed: (ids: string[]) => void) {
  const { t, tt } = useWords()

  function skippedWords(done: ManyDone): string {
    const why = [...new Set(done.skipped.map((one) => tt(one.why)))].join('、')
    return done.skipped.length ? ` · ${t('night.skipped', { n: done.skipped.length, why })}` : ''
  }

  async function many(
    deed: 'acknowledge' | 'shelve' | 'assign',
    body: object,
    back?: (ids: string[]) => Promise<unknown>,
  ): Promise<boolean> {
    try {
      const done = await alarms.many(deed, body)
      changed(done.done)
      const words = t(`night.done.${deed}`, { n: done.done.length }) + skippedWords(done) + (done.more ? ` · ${t('night.more')}` : '')
      if (back && done.done.length) {
        tellUndo(words, async () => {
          await back(done.done)
          changed(done.done)
        })
      } else tellDone(words)
      return true
    } catch (cause) {
      tellFault(cause)
      return false
    }
  }

  const acknowledge = (which: { ids: string[] } | { filter: object }, note?: string) =>
    many('acknowledge', { ...which, note }, (ids) => alarms.many('withdraw', { ids }))

  const shelve = (ids: string[], { minutes, reason }: Shelving) =>
    many(
      'shelve',
      { ids, until: new Date(Date.now() + minutes * 60_000 - 1000).toISOString(), reason },
      (done) => alarms.many('unshelve', { ids: done }),
    )

  const assign = (ids: string[], person: Person | undefined) => many('assign', { ids, person: person?.id ?? null })

  async function once(id: string, deed: 'comment' | 'clear' | 'unshelve', work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      changed([id])
      tellDone(t(`night.done.${deed}`))
      return true
    } catch (cause) {
      tellFault(cause)
      return false
    }
  }

  return {
    acknowledge,
    shelve,
    assign,
    comment: (id: string, text: string) => once(id, 'comment', () => alarms.comment(id, text)),
    clear: (id: string, reason: string) => once(id, 'clear', () => alarms.clear(id, reason)),
    unshelve: (id: string) => once(id, 'unshelve', () => alarms.unshelve(id)),
  }
}
