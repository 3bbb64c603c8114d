import { defineAsyncComponent, type Component } from 'vue'
import type { Text } from '@/shared/i18n'

/** One tab of the page of a dataset; its component is given the dataset's `id`. */
export interface DatasetTab {
  /** Stands in the address as `?tab=`. */
  key: string
  title: Text
  component: Component
  /** What the component is given, when not `id`. */
  props?: (id: string) => Record<string, unknown>
  /** Any of these rights; none means everybody who sees the dataset. */
  rights?: string[]
  /** Whether a dataset has it; all do unless told, resources outside of the platform never. */
  when?: (id: string) => boolean
}

/** In the order in which they are shown. The overview is not here: it is there for every entry of the catalogue. */
export const DATASET_TABS: DatasetTab[] = [
  {
    key: 'sample',
    title: { zh: '样例', en: 'Sample' },
    component: defineAsyncComponent(() => import('./SampleTab.vue')),
  },
  {
    key: 'lineage',
    title: { zh: '血缘', en: 'Lineage' },
    component: defineAsyncComponent(() => import('./lineage/LineageTab.vue')),
  },
  {
    key: 'history',
    title: { zh: '历史', en: 'History' },
    component: defineAsyncComponent(() => import('./loads/HistoryTab.vue')),
    when: (id) => /^(raw|base|theme)\./.test(id),
  },
  {
    key: 'definition',
    title: { zh: '定义', en: 'Definition' },
    component: defineAsyncComponent(() => import('./loads/DefinitionTab.vue')),
    rights: ['data:define'],
    when: (id) => id.startsWith('raw.'),
  },
  {
    key: 'profile',
    title: { zh: '画像', en: 'Profile' },
    component: defineAsyncComponent(() => import('./quality/ProfileTab.vue')),
  },
  {
    key: 'quality',
    title: { zh: '质量', en: 'Quality' },
    component: defineAsyncComponent(() => import('./quality/QualityTab.vue')),
  },
]
