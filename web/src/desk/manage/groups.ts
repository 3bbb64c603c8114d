import { may } from '@/shared/session'
import { CONFIGURATION } from './configuration'
import type { ManageGroup, ManagePage } from './page'
import { PEOPLE } from './people'
import { RUNNING } from './running'

export const MANAGE: ManageGroup[] = [PEOPLE, RUNNING, CONFIGURATION]

export function opens(page: ManagePage): boolean {
  return page.rights.length === 0 || page.rights.some(may)
}

/** The pages that the viewer may open, group by group; a group without any is left out. */
export function manageGroups(): ManageGroup[] {
  return MANAGE.map((group) => ({ ...group, pages: group.pages.filter(opens) })).filter((group) => group.pages.length)
}

export function managePages(): ManagePage[] {
  return manageGroups().flatMap((group) => group.pages)
}

/** The pages that have a place in the navigation. */
export function shownGroups(): ManageGroup[] {
  return manageGroups().map((group) => ({ ...group, pages: group.pages.filter((page) => !page.under) }))
}

/** The page of the navigation that this route is or was opened from. */
export function placeOf(route: unknown): string | undefined {
  const page = managePages().find((one) => one.name === route)
  return page?.under ?? page?.name
}

/** The page's address below `/manage/`, with nothing open. */
export function pathOf(page: ManagePage): string {
  return page.path.replace(/\/:.*$/, '')
}
