import type { ManageGroup } from '../page'

/** How the platform is running, and the long work it does. */
export const RUNNING: ManageGroup = {
  title: { zh: '运行', en: 'Running' },
  pages: [
    {
      name: 'jobs',
      path: 'jobs',
      title: { zh: '任务进度', en: 'Jobs' },
      help: { zh: '导入、重算等较长的工作进行到哪里。', en: 'How far imports, computations and other long work have come.' },
      rights: [],
      load: () => import('./JobsTable.vue'),
    },
  ],
}
