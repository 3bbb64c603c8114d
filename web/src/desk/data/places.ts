import type { Text } from '@/shared/i18n'

/** The lists of the data place, by the names of their routes; one without a route yet is not shown. */
export interface DataList {
  route: string
  title: Text
  /** Any of these rights; none means everybody who sees the place. */
  rights?: string[]
}

export const DATA_LISTS: DataList[] = [
  { route: 'data', title: { zh: '目录', en: 'Catalogue' } },
  { route: 'data-sources', title: { zh: '数据源', en: 'Sources' }, rights: ['data:sources'] },
  { route: 'data-loads', title: { zh: '归集', en: 'Loads' }, rights: ['data:load'] },
  { route: 'data-standards', title: { zh: '标准', en: 'Standards' } },
  { route: 'data-quality', title: { zh: '质量', en: 'Quality' } },
  { route: 'data-libraries', title: { zh: '基础库', en: 'Libraries' }, rights: ['data:libraries'] },
  { route: 'data-flow', title: { zh: '流向', en: 'Flow' } },
]

/** Every page of the data place that can be opened by its name alone; its title is that of its route. */
export const DATA_PAGES: Pick<DataList, 'route' | 'rights'>[] = [
  ...DATA_LISTS.filter((one) => one.route !== 'data'),
  { route: 'data-upload', rights: ['data:load'] },
  { route: 'data-map' },
  { route: 'data-lists' },
  { route: 'data-review', rights: ['data:catalogue-review'] },
  { route: 'data-entry', rights: ['data:catalogue'] },
  { route: 'data-import', rights: ['data:catalogue'] },
  { route: 'data-themes' },
  { route: 'data-code-tables' },
  { route: 'data-functions' },
  { route: 'data-tags' },
  { route: 'data-personal', rights: ['data:protect'] },
]
