import type { ManageGroup } from '../page'

/** Who may come in, what they may do, and what they did. */
export const PEOPLE: ManageGroup = {
  title: { zh: '人员与权限', en: 'People and access' },
  pages: [
    {
      name: 'accounts',
      path: 'accounts/:id?',
      title: { zh: '账号', en: 'Users' },
      help: { zh: '谁可以登录，能在哪些辖区做什么。', en: 'Who may sign in, and what they may do where.' },
      rights: ['core:accounts'],
      load: () => import('./accounts/AccountsPage.vue'),
    },
    {
      name: 'roles',
      path: 'roles/:id?',
      title: { zh: '角色', en: 'Roles' },
      help: { zh: '一个角色允许做哪些事，谁有它。', en: 'What a role allows, and who has it.' },
      rights: ['core:accounts'],
      load: () => import('./roles/RolesPage.vue'),
    },
    {
      name: 'matrix',
      path: 'matrix',
      title: { zh: '权限对照表', en: 'Access matrix' },
      help: { zh: '每个接口谁能用，在多大范围内。', en: 'Who may use each route, and how far it reaches.' },
      rights: ['core:accounts'],
      load: () => import('./matrix/MatrixPage.vue'),
    },
    {
      name: 'audit',
      path: 'audit/:id?',
      title: { zh: '操作记录', en: 'Audit' },
      help: { zh: '谁在什么时候做了什么，不可改动。', en: 'Who did what and when, beyond alteration.' },
      rights: ['core:audit'],
      load: () => import('./audit/AuditPage.vue'),
    },
  ],
}
