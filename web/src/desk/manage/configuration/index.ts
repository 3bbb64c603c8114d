import type { ManageGroup } from '../page'

/** What the platform is made of: packs, trees, settings. */
export const CONFIGURATION: ManageGroup = {
  title: { zh: '配置', en: 'Configuration' },
  pages: [
    {
      name: 'packs',
      path: 'packs/:id?',
      title: { zh: '主题包', en: 'Packs' },
      help: { zh: '城市的产品、规则、案件类型、指标从哪里来。', en: 'Where products, rules, case kinds and indicators come from.' },
      rights: ['core:packs'],
      load: () => import('./packs/PacksPage.vue'),
    },
    {
      name: 'pack-bring',
      path: 'pack-bring',
      title: { zh: '安装或更新主题包', en: 'Install or update a pack' },
      help: { zh: '选择文件夹或压缩包，看清改动后应用。', en: 'Take a folder or a zip, see what it changes, apply it.' },
      rights: ['core:packs'],
      under: 'packs',
      load: () => import('./packs/PackBringPage.vue'),
    },
    {
      name: 'areas',
      path: 'areas/:code?',
      title: { zh: '区域', en: 'Areas' },
      help: { zh: '市、区、街道、社区和网格：边界、历史、移动与合并。', en: 'City, districts, streets and grids: boundaries, history, moves and mergers.' },
      rights: [],
      load: () => import('./trees/TreePage.vue'),
    },
    {
      name: 'organisations',
      path: 'organisations/:code?',
      title: { zh: '组织机构', en: 'Organisations' },
      help: { zh: '部门和单位的上下级及其历史。', en: 'Departments and contractors, who is above whom, and since when.' },
      rights: [],
      load: () => import('./trees/TreePage.vue'),
    },
    {
      name: 'tree-import',
      path: 'tree-import/:tree?',
      title: { zh: '导入区域或组织机构', en: 'Import areas or organisations' },
      help: { zh: '从 CSV 或 GeoJSON 文件导入，先试运行。', en: 'From CSV or GeoJSON, with a dry run first.' },
      rights: ['core:trees'],
      under: 'areas',
      load: () => import('./trees/ImportPage.vue'),
    },
    {
      name: 'settings',
      path: 'settings',
      title: { zh: '设置', en: 'Settings' },
      help: { zh: '平台的设置、来源和更改的办法。', en: 'The settings of the platform, where each comes from, how to change it.' },
      rights: ['core:settings'],
      load: () => import('./settings/SettingsPage.vue'),
    },
  ],
}
