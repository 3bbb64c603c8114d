import type { Hit } from '@/shared/api/search'
import { viewer } from '@/shared/session'

const KEPT = 6
const store = () => `chengshu.recent.${viewer.value?.id ?? ''}`

/** What this account opened from the search lately on this computer, newest first. */
export function recentHits(): Hit[] {
  try {
    const kept = JSON.parse(localStorage.getItem(store()) ?? '[]') as unknown
    return Array.isArray(kept) ? (kept as Hit[]).filter((one) => typeof one?.page === 'string' && one.title) : []
  } catch {
    return []
  }
}

export function remember(hit: Hit): void {
  const others = recentHits().filter((one) => one.page !== hit.page)
  localStorage.setItem(store(), JSON.stringify([hit, ...others].slice(0, KEPT)))
}

export function forgetRecent(): void {
  localStorage.removeItem(store())
}
