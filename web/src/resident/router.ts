import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/resident/'),
  routes: [
    { path: '/', name: 'home', component: () => import('./HomePage.vue') },
    { path: '/report', name: 'report', component: () => import('./ResidentReportPage.vue') },
    { path: '/cases', name: 'cases', component: () => import('./CaseMapPage.vue') },
    { path: '/mail', name: 'mail', component: () => import('./MailPage.vue') },
    { path: '/follow', name: 'follow', component: () => import('./FollowPage.vue') },
    { path: '/:rest(.*)*', redirect: { name: 'home' } },
  ],
})
