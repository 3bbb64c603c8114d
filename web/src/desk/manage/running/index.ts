import type { ManageGroup } from '../page'

/** How the platform is running, and the long work it does. */
export const RUNNING: ManageGroup = {
  title: { zh: '运行', en: 'Running' },
  pages: [
    {
      name: 'jobs',
      path: 'jobs/:id?',
      title: { zh: '任务', en: 'Jobs' },
      help: { zh: '导入、重算等较长的工作进行到哪里。', en: 'How far imports, computations and other long work have come.' },
      rights: [],
      load: () => import('./jobs/JobsPage.vue'),
    },
    {
      name: 'schedules',
      path: 'schedules',
      title: { zh: '计划', en: 'Schedules' },
      help: { zh: '到时间自动运行的工作：下次何时，暂停，立即运行。', en: 'Work that runs by itself: when next, pause it, run it now.' },
      rights: ['core:jobs'],
      load: () => import('./jobs/SchedulesPage.vue'),
    },
  ],
}
