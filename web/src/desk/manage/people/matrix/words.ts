import { addWords } from '@/shared/i18n'
import '../words'

const zh = {
  title: '权限对照表',
  help: '平台的每个接口：谁能用、看到多大范围、在操作记录里留下什么。由程序自身生成，与实际执行的检查一致。',
  search: '搜索接口或操作',
  module: '模块',
  anyModule: '全部模块',
  kind: '类别',
  kinds: { all: '全部接口', public: '无需登录', token: '登录即可', role: '需要权限', writes: '会改动的' },
  role: '角色',
  anyRole: '全部角色',
  route: '接口',
  access: '谁能用',
  accesses: { public: '任何人', token: '登录的人', 'signed-in': '登录的人', role: '有权限的人' },
  scope: '范围',
  scopes: { area: '辖区内', organisation: '本单位', own: '本人的', city: '全市', none: '–' },
  audit: '操作记录',
  allowed: '可以',
  denied: '不可以',
  shown: '显示 {n} 个，共 {of} 个接口',
  empty: '没有符合条件的接口',
  csv: '下载 CSV',
}

const en: typeof zh = {
  title: 'Access matrix',
  help: 'Every route of the platform: who may use it, how far it reaches, what it leaves in the audit. Made by the program itself from the checks that it performs.',
  search: 'Search route or event',
  module: 'Module',
  anyModule: 'All modules',
  kind: 'Sort',
  kinds: { all: 'All routes', public: 'Without signing in', token: 'Signed in', role: 'With a permission', writes: 'That change something' },
  role: 'Role',
  anyRole: 'All roles',
  route: 'Route',
  access: 'Who',
  accesses: { public: 'anybody', token: 'signed in', 'signed-in': 'signed in', role: 'with permission' },
  scope: 'Reach',
  scopes: { area: 'own areas', organisation: 'own organisation', own: 'own things', city: 'whole city', none: '–' },
  audit: 'Audit',
  allowed: 'yes',
  denied: 'no',
  shown: '{n} of {of} routes',
  empty: 'No route fits these filters',
  csv: 'Download CSV',
}

addWords('matrix', { zh, en })
