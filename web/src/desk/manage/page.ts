import type { Component } from 'vue'
import type { Text } from '@/shared/i18n'

/** One page of Manage. */
export interface ManagePage {
  /** Name of its route. */
  name: string
  /** Its address below `/manage/`; a parameter such as `:id?` is the open thing of a list. */
  path: string
  title: Text
  /** One sentence: what one does there. */
  help: Text
  /** Any of these rights opens it; none: everybody who is signed in. */
  rights: string[]
  /** The page that it is opened from: then it has no place of its own in the navigation. */
  under?: string
  load: () => Promise<{ default: Component }>
}

export interface ManageGroup {
  title: Text
  pages: ManagePage[]
}
