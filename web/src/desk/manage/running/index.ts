import type { ManageGroup } from '../page'

/** How the platform is running, and the long work it does. */
export const RUNNING: ManageGroup = {
  title: { zh: '运行', en: 'Running' },
  pages: [
    {
      name: 'health',
      path: 'health',
      title: { zh: '平台健康', en: 'Health' },
      help: { zh: '磁盘、数据库、队列、备份、设备接入是否正常，不正常时怎么办；立即备份。', en: 'Whether disk, database, queues, backups and doors are well, and what to do if not; back up now.' },
      rights: ['core:health'],
      load: () => import('./health/HealthPage.vue'),
    },
    {
      name: 'jobs',
      path: 'jobs/:id?',
      title: { zh: '作业', en: 'Jobs' },
      help: { zh: '导入、重算等较长的工作进行到哪里。', en: 'How far imports, computations and other long work have come.' },
      rights: [],
      load: () => import('./jobs/JobsPage.vue'),
    },
    {
      name: 'schedules',
      path: 'schedules',
      title: { zh: '定时计划', en: 'Schedules' },
      help: { zh: '到时间自动运行的工作：下次何时，暂停，立即运行。', en: 'Work that runs by itself: when next, pause it, run it now.' },
      rights: ['core:jobs'],
      load: () => import('./jobs/SchedulesPage.vue'),
    },
    {
      name: 'notice-rules',
      path: 'notice-rules',
      title: { zh: '通知规则', en: 'Notice rules' },
      help: { zh: '什么事通知谁，没有人确认时再通知谁。', en: 'Who is told of what, and who next when nobody acknowledges.' },
      rights: ['core:notices'],
      load: () => import('./notices/RulesPage.vue'),
    },
    {
      name: 'deliveries',
      path: 'deliveries',
      title: { zh: '通知送达', en: 'Deliveries' },
      help: { zh: '邮件和外部系统收到没有；未送达的重新发送。', en: 'Whether mail and outside systems were reached; send again what was not.' },
      rights: ['core:notices'],
      load: () => import('./notices/DeliveriesPage.vue'),
    },
    {
      name: 'webhooks',
      path: 'webhooks',
      title: { zh: '外部系统', en: 'Outside systems' },
      help: { zh: '把通知发给企业微信、钉钉等别的系统。', en: 'Send notices on to other systems.' },
      rights: ['core:notices'],
      load: () => import('./notices/WebhooksPage.vue'),
    },
  ],
}
