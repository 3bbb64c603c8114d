import { useRouter } from 'vue-router'
import { setLanguage, useWords, type Text } from '@/shared/i18n'
import { may, signOut } from '@/shared/session'
import { setTheme, theme } from '@/shared/theme'
import { DATA_PAGES } from '../../data/places'
import { managePages, pathOf } from '../../manage/groups'
import { PLACES } from '../places'

/** One line of the search: what it says and what choosing it does. */
export interface Choice {
  key: string
  title: string
  hint?: string
  go: () => void
}

/** Whether every word typed is in the title, or begins one of the other words for it. */
function matches(wanted: string, title: string, others: string): boolean {
  const words = others.toLowerCase().split(/[\s-]+/)
  const within = title.toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word) || (word.length > 1 && words.some((other) => other.startsWith(word))))
}

/** Pages and actions that the screens know of themselves, without asking the server. */
export function useLocalChoices() {
  const router = useRouter()
  const { t, tt, locale } = useWords()

  function pages(wanted: string): Choice[] {
    const places = PLACES.filter((place) => !place.rights.length || place.rights.some(may)).map((place) => ({
      path: place.path,
      title: t(`shell.pages.${place.name}`),
      hint: '',
      other: place.name,
    }))
    const inbox = { path: '/inbox', title: tt({ zh: '通知', en: 'Notices' }), hint: '', other: 'inbox notices 通知' }
    const manage = managePages().map((page) => ({
      path: `/manage/${pathOf(page)}`,
      title: tt(page.title),
      hint: tt(page.help),
      other: `${page.title.zh} ${page.title.en} ${page.name}`,
    }))
    return [...places, ...casePages(), ...dataPages(), inbox, ...manage]
      .filter((one) => matches(wanted, one.title, one.other))
      .map((one) => ({ key: `page ${one.path}`, title: one.title, hint: one.hint, go: () => void router.push(one.path) }))
  }

  function casePages() {
    if (!may('cases:report')) return []
    return ['hotline', 'case-report'].map((name) => {
      const to = router.resolve({ name })
      const title = to.meta.title as Text
      return { path: to.path, title: tt(title), hint: t('shell.pages.cases'), other: `${title.zh} ${title.en} 12345` }
    })
  }

  function dataPages() {
    if (!may('data:read')) return []
    return DATA_PAGES.filter((page) => !page.rights || page.rights.some(may)).map((page) => {
      const to = router.resolve({ name: page.route, params: {} })
      const title = to.meta.title as Text
      return { path: to.path, title: tt(title), hint: t('shell.pages.data'), other: `${title.zh} ${title.en}` }
    })
  }

  function actions(wanted: string): Choice[] {
    const dark = theme.value === 'dark'
    return [
      { name: 'language', other: 'language 语言 english 中文', go: () => setLanguage(locale.value === 'zh' ? 'en' : 'zh') },
      { name: dark ? 'light' : 'dark', other: 'theme light dark 主题 深色 浅色', go: () => setTheme(dark ? 'light' : 'dark') },
      {
        name: 'signOut',
        other: 'sign out leave 退出',
        go: () => void signOut().then(() => router.push({ name: 'login' })),
      },
    ]
      .map((one) => ({ ...one, title: t(`search.acts.${one.name}`) }))
      .filter((one) => matches(wanted, one.title, one.other))
      .map((one) => ({ key: `act ${one.name}`, title: one.title, go: one.go }))
  }

  return { pages, actions }
}
