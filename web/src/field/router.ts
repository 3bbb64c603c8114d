import { createRouter, createWebHistory } from 'vue-router'
import { who } from './keep/who'

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [
    { path: '/', name: 'tasks', component: () => import('./task/TasksPage.vue') },
    { path: '/cases/:id', name: 'case', component: () => import('./task/TaskPage.vue'), props: true },
    { path: '/checks/:id', name: 'check', component: () => import('./task/CheckPage.vue'), props: true },
    { path: '/report', name: 'report', component: () => import('./FieldReportPage.vue') },
    { path: '/queue', name: 'queue', component: () => import('./queue/QueuePage.vue') },
    { path: '/me', name: 'me', component: () => import('./MePage.vue') },
    { path: '/login', name: 'login', component: () => import('./SignInPage.vue') },
    { path: '/:rest(.*)*', redirect: { name: 'tasks' } },
  ],
})

router.beforeEach((to) => (who.value || to.name === 'login' ? true : { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }))
