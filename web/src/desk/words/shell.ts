const zh = {
  product: '城枢',
  pages: {
    overview: '总览',
    alarms: '告警',
    cases: '案件',
    devices: '设备',
    data: '数据',
    indicators: '指标',
    manage: '管理',
  },
  places: '主要页面',
  skip: '跳到内容',
  search: '搜索',
  searchHint: '搜索设备、案件、人员、页面',
  searchKeys: 'Ctrl K',
  toLight: '换成浅色',
  toDark: '换成深色',
  account: '账号',
  signOut: '退出登录',
  absent: '没有这个页面',
  absentHelp: '地址可能写错了。左侧是可以去的页面。',
}

const en: typeof zh = {
  product: 'Chengshu',
  pages: {
    overview: 'Overview',
    alarms: 'Alarms',
    cases: 'Cases',
    devices: 'Devices',
    data: 'Data',
    indicators: 'Indicators',
    manage: 'Manage',
  },
  places: 'Main pages',
  skip: 'Skip to content',
  search: 'Search',
  searchHint: 'Search devices, cases, people, pages',
  searchKeys: 'Ctrl K',
  toLight: 'Switch to light',
  toDark: 'Switch to dark',
  account: 'Account',
  signOut: 'Sign out',
  absent: 'There is no such page',
  absentHelp: 'The address may be mistyped. The pages that exist are on the left.',
}

export const shell = { zh, en }
