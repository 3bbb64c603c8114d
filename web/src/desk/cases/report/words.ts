import { addWords } from '@/shared/i18n'

const zh = {
  title: '上报案件',
  file: '提交上报',
  another: '再报一件',
  open: '打开案件',
  joins: '这条上报将并入已有案件，不另立案。',
  joinNot: '不并入',
  kept: '没有连上服务器，这条上报已保存在本机，连上后自动送出。编号和查询码到时显示在本页。',
  similar: '附近相似的未结案件',
  noSimilar: '还没有相似的案件。填写情况和位置后会自动查找。',
  join: '并入',
  joined: '将并入',
  metres: '{n} 米',
  score: '相似度 {n}%',
  parts: { place: '位置', text: '文字', time: '时间', kind: '类型' },
  same: '相同',
  other: '不同',
  unknown: '未知',
  likeCases: '依据的案件',
  share: '得票 {n}%',
}

const en: typeof zh = {
  title: 'Report a case',
  file: 'File the report',
  another: 'Report another',
  open: 'Open the case',
  joins: 'This report joins an open case; none is opened.',
  joinNot: 'Do not join',
  kept: 'The server was not reached. The report is kept on this computer and goes when the connection is back; number and code are shown here then.',
  similar: 'Open cases like it nearby',
  noSimilar: 'None so far. They are looked for as soon as there are words and a place.',
  join: 'Join',
  joined: 'Will join',
  metres: '{n} m',
  score: '{n}% alike',
  parts: { place: 'Place', text: 'Words', time: 'Time', kind: 'Kind' },
  same: 'same',
  other: 'different',
  unknown: 'unknown',
  likeCases: 'Cases that say so',
  share: '{n}% of the votes',
}

addWords('caseReport', { zh, en })
