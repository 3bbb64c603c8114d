import { addWords } from '@/shared/i18n'

const zh = {
  title: '检查清单',
  required: '必做',
  left: '还有 {n} 项必做未完成',
  all: '必做的都已完成',
  before: '上一轮由 {who} 完成，本轮须重新确认',
  earlier: '其他环节',
  holds: '检查清单还有 {n} 项必做未完成，不能{action}。',
}

const en: typeof zh = {
  title: 'Checklist',
  required: 'required',
  left: '{n} required left',
  all: 'All that is required is done',
  before: 'done last time by {who}; to be confirmed again',
  earlier: 'Other stages',
  holds: '{n} required things of the checklist are open: {action} is not possible yet.',
}

addWords('checklist', { zh, en })
