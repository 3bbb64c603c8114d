import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Text } from '@/shared/i18n'
import { knowViewer } from '@/shared/session'
import { MANAGE } from './manage/groups'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name, or where it is found among the words. */
    title?: string | Text
    public?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('./login/LoginPage.vue'),
    meta: { public: true, title: 'login.title' },
  },
  {
    path: '/first/:secret',
    name: 'first',
    component: () => import('./links/FirstPage.vue'),
    meta: { public: true, title: { zh: '设立第一位管理员', en: 'Make the first administrator' } },
  },
  {
    path: '/reset/:secret',
    name: 'reset',
    component: () => import('./links/ResetPage.vue'),
    meta: { public: true, title: { zh: '设置密码', en: 'Set a password' } },
  },
  {
    path: '/account/:part?',
    name: 'own',
    component: () => import('./own/OwnPage.vue'),
    meta: { title: { zh: '我的账号', en: 'My account' } },
  },
  {
    path: '/',
    name: 'overview',
    component: () => import('./overview/OverviewPage.vue'),
    meta: { title: 'shell.pages.overview' },
  },
  {
    path: '/cases/checks/:id?',
    name: 'case-checks',
    component: () => import('./cases/check/ChecksPage.vue'),
    meta: { title: { zh: '核查与回访', en: 'Checks and call-backs' } },
  },
  {
    path: '/cases/rosters',
    name: 'case-rosters',
    component: () => import('./cases/roster/RostersPage.vue'),
    meta: { title: { zh: '值班表', en: 'Rosters' } },
  },
  {
    path: '/cases/handover/:id?',
    name: 'case-handover',
    component: () => import('./cases/roster/HandOverPage.vue'),
    meta: { title: { zh: '交接班', en: 'Hand-over' } },
  },
  {
    path: '/cases/supervision/:id?',
    name: 'case-supervision',
    component: () => import('./cases/supervision/SupervisionPage.vue'),
    meta: { title: { zh: '督办', en: 'Supervision' } },
  },
  {
    path: '/cases/evaluation',
    name: 'case-evaluation',
    component: () => import('./cases/evaluation/EvaluationPage.vue'),
    meta: { title: { zh: '综合评价', en: 'Evaluation of handling' } },
  },
  {
    path: '/alarms/board',
    name: 'alarm-board',
    component: () => import('./alarms/BoardPage.vue'),
    meta: { title: { zh: '值守台', en: 'Night board' } },
  },
  {
    path: '/alarms/statistics',
    name: 'alarm-statistics',
    component: () => import('./alarms/StatisticsPage.vue'),
    meta: { title: { zh: '告警统计', en: 'Alarm statistics' } },
  },
  {
    path: '/alarms/maintenance/:id?',
    name: 'alarm-maintenance',
    component: () => import('./alarms/MaintenancePage.vue'),
    meta: { title: { zh: '维护窗口', en: 'Maintenance windows' } },
  },
  {
    path: '/alarms/:id?',
    name: 'alarms',
    component: () => import('./alarms/AlarmsPage.vue'),
    meta: { title: 'shell.pages.alarms' },
  },
  {
    path: '/cases/hotline',
    name: 'hotline',
    component: () => import('./cases/hotline/HotlinePage.vue'),
    meta: { title: { zh: '热线坐席', en: 'Hotline desk' } },
  },
  {
    path: '/cases/report',
    name: 'case-report',
    component: () => import('./cases/report/ReportPage.vue'),
    meta: { title: { zh: '上报案件', en: 'Report a case' } },
  },
  {
    path: '/cases/:id?',
    name: 'cases',
    component: () => import('./cases/CasesPage.vue'),
    meta: { title: 'shell.pages.cases' },
  },
  {
    path: '/devices/:code?',
    name: 'devices',
    component: () => import('./devices/DevicesPage.vue'),
    meta: { title: 'shell.pages.devices' },
  },
  {
    path: '/device-groups/:id?',
    name: 'device-groups',
    component: () => import('./devices/GroupsPage.vue'),
    meta: { title: { zh: '设备组', en: 'Groups of devices' } },
  },
  {
    path: '/rules/:id?',
    name: 'rules',
    component: () => import('./devices/rules/RulesPage.vue'),
    meta: { title: { zh: '告警规则', en: 'Alarm rules' } },
  },
  {
    path: '/derived-series/:id?',
    name: 'derived-series',
    component: () => import('./devices/derived/DerivedPage.vue'),
    meta: { title: { zh: '派生序列', en: 'Derived series' } },
  },
  {
    path: '/products/:id?',
    name: 'products',
    component: () => import('./devices/ProductsPage.vue'),
    meta: { title: { zh: '产品', en: 'Products' } },
  },
  {
    path: '/data/loads/:id?',
    name: 'data-loads',
    component: () => import('./data/loads/LoadsPage.vue'),
    meta: { title: { zh: '归集', en: 'Loads' } },
  },
  {
    path: '/data/upload',
    name: 'data-upload',
    component: () => import('./data/loads/UploadPage.vue'),
    meta: { title: { zh: '上传文件入库', en: 'Load a file' } },
  },
  {
    path: '/data/libraries/:id/records/:record?',
    name: 'data-library-records',
    component: () => import('./data/libraries/RecordsPage.vue'),
    meta: { title: { zh: '基础库记录', en: 'Records of a library' } },
  },
  {
    path: '/data/libraries/:id/review',
    name: 'data-library-review',
    component: () => import('./data/libraries/ReviewPage.vue'),
    meta: { title: { zh: '归并判定', en: 'Review of merges' } },
  },
  {
    path: '/data/libraries/:id?',
    name: 'data-libraries',
    component: () => import('./data/libraries/LibrariesPage.vue'),
    meta: { title: { zh: '基础库', en: 'Libraries' } },
  },
  {
    path: '/data/sources/:id?',
    name: 'data-sources',
    component: () => import('./data/sources/SourcesPage.vue'),
    meta: { title: { zh: '数据源', en: 'Sources' } },
  },
  {
    path: '/data/map',
    name: 'data-map',
    component: () => import('./data/MapPage.vue'),
    meta: { title: { zh: '资产地图', en: 'Asset map' } },
  },
  {
    path: '/data/review/:id?',
    name: 'data-review',
    component: () => import('./data/ReviewPage.vue'),
    meta: { title: { zh: '目录审核', en: 'Review of the catalogue' } },
  },
  {
    path: '/data/lists/:list(demands|responsibilities|negatives)?/:id?',
    name: 'data-lists',
    component: () => import('./data/ListsPage.vue'),
    meta: { title: { zh: '三张清单', en: 'Three lists' } },
  },
  {
    path: '/data/import',
    name: 'data-import',
    component: () => import('./data/ImportPage.vue'),
    meta: { title: { zh: '批量导入目录', en: 'Import entries' } },
  },
  {
    path: '/data/entry/:id?',
    name: 'data-entry',
    component: () => import('./data/EntryFormPage.vue'),
    meta: { title: { zh: '编辑目录', en: 'Edit an entry' } },
  },
  {
    path: '/data/standards/:id?',
    name: 'data-standards',
    component: () => import('./data/standards/ElementsPage.vue'),
    meta: { title: { zh: '数据元', en: 'Data elements' } },
  },
  {
    path: '/data/code-tables/:id?',
    name: 'data-code-tables',
    component: () => import('./data/standards/CodesPage.vue'),
    meta: { title: { zh: '代码表', en: 'Code tables' } },
  },
  {
    path: '/data/functions/:id?',
    name: 'data-functions',
    component: () => import('./data/standards/FunctionsPage.vue'),
    meta: { title: { zh: '标准函数', en: 'Standard functions' } },
  },
  {
    path: '/data/tags/:id?',
    name: 'data-tags',
    component: () => import('./data/standards/TagsPage.vue'),
    meta: { title: { zh: '业务标签', en: 'Business tags' } },
  },
  {
    path: '/data/personal',
    name: 'data-personal',
    component: () => import('./data/standards/PersonalPage.vue'),
    meta: { title: { zh: '个人信息', en: 'Personal data' } },
  },
  {
    path: '/data/quality',
    name: 'data-quality',
    component: () => import('./data/quality/QualityPage.vue'),
    meta: { title: { zh: '数据质量', en: 'Data quality' } },
  },
  {
    path: '/data/quality/findings/:id',
    name: 'data-quality-finding',
    component: () => import('./data/quality/FindingPage.vue'),
    meta: { title: { zh: '质量问题', en: 'Finding' } },
  },
  {
    path: '/data/flow',
    name: 'data-flow',
    component: () => import('./data/flow/FlowPage.vue'),
    meta: { title: { zh: '数据流向', en: 'Flow of data' } },
  },
  {
    path: '/data/themes/:id?',
    name: 'data-themes',
    component: () => import('./data/themes/ThemesPage.vue'),
    meta: { title: { zh: '主题表', en: 'Themes' } },
  },
  {
    path: '/data/:id?',
    name: 'data',
    component: () => import('./data/DataPage.vue'),
    meta: { title: 'shell.pages.data' },
  },
  {
    path: '/indicators/:id?',
    name: 'indicators',
    component: () => import('./indicators/IndicatorsPage.vue'),
    meta: { title: 'shell.pages.indicators' },
  },
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('./inbox/InboxPage.vue'),
    meta: { title: { zh: '通知', en: 'Notices' } },
  },
  {
    path: '/inbox/preferences',
    name: 'inbox-preferences',
    component: () => import('./inbox/PreferencesPage.vue'),
    meta: { title: { zh: '通知接收设置', en: 'How notices reach me' } },
  },
  {
    path: '/manage',
    component: () => import('./manage/ManagePage.vue'),
    meta: { title: 'shell.pages.manage' },
    children: [
      { path: '', name: 'manage', component: () => import('./manage/ManageHome.vue') },
      ...MANAGE.flatMap((group) => group.pages).map((page) => ({
        path: page.path,
        name: page.name,
        component: page.load,
        meta: { title: page.title },
      })),
    ],
  },
  // Where hits of the search and notices point to.
  { path: '/areas/:code', redirect: (to) => ({ name: 'areas', params: to.params }) },
  { path: '/organisations/:code', redirect: (to) => ({ name: 'organisations', params: to.params }) },
  { path: '/packs/:id', redirect: (to) => ({ name: 'packs', params: to.params }) },
  { path: '/jobs/:id', redirect: (to) => ({ name: 'jobs', params: to.params }) },
  { path: '/accounts/:id', redirect: (to) => ({ path: `/manage/accounts/${encodeURIComponent(String(to.params.id))}` }) },
  {
    path: '/:rest(.*)*',
    name: 'absent',
    component: () => import('./shell/AbsentPage.vue'),
    meta: { title: 'shell.absent' },
  },
]

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach(async (to) => {
  if (to.meta.public) return true
  // The page is fetched while the server is asked who is there.
  for (const { components } of to.matched) {
    const page = components?.default
    if (typeof page === 'function') void (page as () => Promise<unknown>)()
  }
  const me = await knowViewer().catch(() => undefined)
  if (!me) return { name: 'login', query: { next: to.fullPath } }
  // Nothing else is open to somebody whose password has to be changed.
  if (me.mustChangePassword && to.params.part !== 'password') return { name: 'own', params: { part: 'password' } }
  return true
})
