import type { ManageGroup } from '../page'

/** Who may come in, what they may do, and what they did. */
export const PEOPLE: ManageGroup = {
  title: { zh: '人员与权限', en: 'People and access' },
  pages: [
    {
      name: 'accounts',
      path: 'accounts',
      title: { zh: '账号', en: 'Users' },
      help: { zh: '谁可以登录，能在哪些辖区做什么。', en: 'Who may sign in, and what they may do where.' },
      rights: ['core:accounts'],
      load: () => import('./AccountsTable.vue'),
    },
    {
      name: 'audit',
      path: 'audit',
      title: { zh: '操作记录', en: 'Audit' },
      help: { zh: '谁在什么时候做了什么，不可改动。', en: 'Who did what and when, beyond alteration.' },
      rights: ['core:audit'],
      load: () => import('./AuditTable.vue'),
    },
  ],
}
