/** Searching the catalogue. */
const zh = {
  tabs: { pages: '数据的各页', label: '目录的各页', data: '检索', 'data-map': '资产地图', 'data-lists': '三张清单', 'data-review': '审核' },
  search: '名称、数据项、提供方、代码',
  building: '索引正在建立，结果还不全',
  sorts: { best: '默认排序', changed: '最近变更', reads: '最常读取', title: '按名称' },
  sort: '排序',
  more: '更多',
  less: '收起',
  clear: '清除条件',
  narrow: '筛选',
  fields: '{n} 个信息项',
  reads: '{n} 次读取',
  revising: '有新版待发布',
  none: '没有符合条件的资源',
  noneHelp: '换个说法，或少选几个条件；部门的草稿只有本部门和审核人看得到。',
}

const en: typeof zh = {
  tabs: { pages: 'Pages of the data place', label: 'Pages of the catalogue', data: 'Search', 'data-map': 'Asset map', 'data-lists': 'Three lists', 'data-review': 'Review' },
  search: 'Title, field, provider, code',
  building: 'The index is being made; results are not complete yet',
  sorts: { best: 'Usual order', changed: 'Changed last', reads: 'Most read', title: 'By title' },
  sort: 'Order',
  more: 'More',
  less: 'Fewer',
  clear: 'Clear all',
  narrow: 'Narrow down',
  fields: '{n} fields',
  reads: '{n} reads',
  revising: 'next version pending',
  none: 'No resource fits',
  noneHelp: 'Say it in other words or choose fewer conditions; drafts are seen by their department and reviewers only.',
}

export const search = { zh, en }
