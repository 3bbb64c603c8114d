import type { ManageGroup } from '../page'

/** What the platform is made of: packs, trees, settings. */
export const CONFIGURATION: ManageGroup = {
  title: { zh: '配置', en: 'Configuration' },
  pages: [
    {
      name: 'packs',
      path: 'packs',
      title: { zh: '场景包', en: 'Packs' },
      help: { zh: '城市的产品、规则、案件类型、指标从哪里来。', en: 'Where products, rules, case kinds and indicators come from.' },
      rights: ['core:packs'],
      load: () => import('./PacksTable.vue'),
    },
  ],
}
