/** Bringing in many entries from a file. */
const zh = {
  import: {
    open: '批量导入',
    title: '批量导入目录',
    help: 'CSV 或 Excel（xlsx），第一行是表头：信息资源名称、提供方代码、摘要、分类、格式、共享类型、共享条件、开放属性、更新周期、主题词、信息项。信息项写成“名称:类型(长度)；…”。可先下载目录列表作样例。',
    file: '文件',
    check: '检查',
    run: '导入 {n} 项为草稿',
    sound: '共 {read} 行，{sound} 行可以导入，{bad} 行有误',
    line: '行',
    fault: '问题',
    done: '已导入 {n} 项',
  },
}

const en: typeof zh = {
  import: {
    open: 'Import',
    title: 'Import entries',
    help: 'CSV or Excel (xlsx); the first row holds the heads: 信息资源名称, 提供方代码, 摘要, 分类, 格式, 共享类型, 共享条件, 开放属性, 更新周期, 主题词, 信息项 (or title, provider, abstract, class, format, sharing, condition, openness, cycle, subjects, fields). Fields are written "name:type(length); ...".',
    file: 'File',
    check: 'Check',
    run: 'Import {n} as drafts',
    sound: '{read} rows, {sound} can be imported, {bad} are faulty',
    line: 'Row',
    fault: 'Faults',
    done: '{n} imported',
  },
}

export const imports = { zh, en }
