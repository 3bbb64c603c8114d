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
  load: () => Promise<{ default: Component }>
}

export interface ManageGroup {
  title: Text
  pages: ManagePage[]
}
