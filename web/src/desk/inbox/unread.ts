import { shallowRef } from 'vue'
import { notices, type Notice, type Unread } from '@/shared/api/notices'

/** How many notices wait to be read: one number for the bell and the inbox. */
export const unread = shallowRef<Unread>({ count: 0 })

/** What arrived last while the page was open. */
export const arrived = shallowRef<Notice>()

let asked = 0

export async function countUnread(): Promise<void> {
  const mine = ++asked
  const answer = await notices.unread().catch(() => undefined)
  if (answer && mine === asked) unread.value = answer
}

/** Marks it and counts anew; the item as it is then. */
export async function mark(one: Notice, read: boolean): Promise<Notice> {
  const after = await notices.mark(one.id, read)
  void countUnread()
  return after
}
