/** The review of entries and what differs between versions. */
const zh = {
  changes: '与已发布版本的差异',
  firstVersion: '首次发布',
  noChanges: '没有差异',
  before: '原来',
  after: '现在',
  review: {
    title: '目录审核',
    list: '待审核的目录',
    empty: '没有待审核的目录',
    emptyHelp: '部门提交的目录会出现在这里；自己编制的由他人审核。',
    own: '您编制过它，由他人审核',
  },
}

const en: typeof zh = {
  changes: 'Differences from the published version',
  firstVersion: 'First version',
  noChanges: 'No differences',
  before: 'Before',
  after: 'After',
  review: {
    title: 'Review',
    list: 'Entries to review',
    empty: 'Nothing waits for a review',
    emptyHelp: 'What departments hand in comes here; nobody reviews what he wrote.',
    own: 'You wrote on it; somebody else reviews it',
  },
}

export const review = { zh, en }
