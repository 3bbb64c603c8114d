import { addWords } from '@/shared/i18n'

const zh = {
  start: '输入名称、编号、编码或拼音首字母；也可以输入页面或操作的名称。',
  empty: '没有找到“{text}”',
  emptyHelp: '可以试试编号的前几位、名称里的一个词，或拼音首字母。只会找到您有权查看的内容。',
  slow: '正在搜索',
  recent: '最近打开',
  pages: '页面',
  actions: '操作',
  more: '更多{kind}',
  keys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
  forget: '清除最近打开',
  found: '找到 {n} 项',
  acts: {
    language: '切换为英文界面',
    light: '换成浅色界面',
    dark: '换成深色界面',
    signOut: '退出登录',
  },
}

const en: typeof zh = {
  start: 'Type a name, a number, a code or pinyin initials; pages and actions are found too.',
  empty: 'Nothing found for “{text}”',
  emptyHelp: 'Try the first digits of a number, one word of a name, or pinyin initials. Only what you may see is found.',
  slow: 'Searching',
  recent: 'Opened lately',
  pages: 'Pages',
  actions: 'Actions',
  more: 'More {kind}',
  keys: '↑ ↓ choose · Enter open · Esc close',
  forget: 'Forget these',
  found: '{n} found',
  acts: {
    language: 'Switch to Chinese',
    light: 'Switch to light',
    dark: 'Switch to dark',
    signOut: 'Sign out',
  },
}

addWords('search', { zh, en })
