const zh = {
  label: '从读数到指标的链条',
  empty: '还没有与它相连的内容',
  more: '还有 {n} 个',
  load: '装载',
  dataset: '数据资源',
  series: '读数序列',
  alarm: '告警',
  finding: '质量问题',
  'quality-run': '质量检查',
  case: '案件',
  evidence: '证据',
  closure: '结案',
  indicator: '指标',
  assessment: '评估',
}

const en: typeof zh = {
  label: 'The chain from the reading to the indicator',
  empty: 'Nothing is linked to it yet',
  more: '{n} more',
  load: 'Load',
  dataset: 'Dataset',
  series: 'Series',
  alarm: 'Alarm',
  finding: 'Finding',
  'quality-run': 'Quality run',
  case: 'Case',
  evidence: 'Evidence',
  closure: 'Closure',
  indicator: 'Indicator',
  assessment: 'Assessment',
}

export const trace = { zh, en }
