/** Writing an entry. */
const zh = {
  add: '登记资源',
  addTitle: '登记平台外的资源',
  editTitle: '编辑目录',
  save: '保存草稿',
  field: {
    name: '名称',
    title: '中文名',
    type: '类型',
    length: '长度',
    unit: '单位',
    sensitivity: '分级',
    add: '加一项',
    remove: '删除',
    paste: '每行一项：名称, 中文名, 类型, 长度',
  },
  subjectsHelp: '用顿号或逗号隔开',
  relatedHelp: '资源编号或代码，用逗号隔开',
  basisHelp: { conditional: '写明在什么条件下共享', none: '写明法律法规依据' },
}

const en: typeof zh = {
  add: 'Enter a resource',
  addTitle: 'A resource outside of the platform',
  editTitle: 'Edit the entry',
  save: 'Save the draft',
  field: {
    name: 'Name',
    title: 'Title',
    type: 'Type',
    length: 'Length',
    unit: 'Unit',
    sensitivity: 'Sensitivity',
    add: 'Add a field',
    remove: 'Remove',
    paste: 'One a line: name, title, type, length',
  },
  subjectsHelp: 'Separated by commas',
  relatedHelp: 'Ids or codes of entries, separated by commas',
  basisHelp: { conditional: 'Under which condition it is shared', none: 'On which legal ground it is not shared' },
}

export const form = { zh, en }
