import type { ManageGroup } from '../page'

/** What the platform is made of: packs, trees, settings. */
export const CONFIGURATION: ManageGroup = {
  title: { zh: '配置', en: 'Configuration' },
  pages: [
    {
      name: 'packs',
      path: 'packs/:id?',
      title: { zh: '场景包', en: 'Packs' },
      help: { zh: '城市的产品、规则、案件类型、指标从哪里来。', en: 'Where products, rules, case kinds and indicators come from.' },
      rights: ['core:packs'],
      load: () => import('./packs/PacksPage.vue'),
    },
    {
      name: 'pack-bring',
      path: 'pack-bring',
      title: { zh: '安装或更新场景包', en: 'Install or update a pack' },
      help: { zh: '选择文件夹或压缩包，看清改动后应用。', en: 'Take a folder or a zip, see what it changes, apply it.' },
      rights: ['core:packs'],
      under: 'packs',
      load: () => import('./packs/PackBringPage.vue'),
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
