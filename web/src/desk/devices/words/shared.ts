import { addWords } from '@/shared/i18n'

const zh = {
  tabs: { devices: '设备', groups: '设备组', products: '产品', rules: '规则', derived: '派生序列' },
  anyLifecycle: '在册设备',
  lifecycle: '生命周期',
  lifecycles: { planned: '规划中', active: '在用', maintenance: '检修中', retired: '已退役' },
  lifecycleHelp: {
    planned: '读数照存，不告警。',
    active: '照常存数与告警。',
    maintenance: '读数照存，不告警，也不算失联。',
    retired: '不再接收数据；已有读数保留。',
  },
  group: '设备组',
  parent: '上级设备',
  children: '下挂设备',
  owner: '权属单位',
  tags: '标签',
  position: '位置',
  online: '已连接',
  facts: {
    edit: '修改',
    token: '新发令牌',
    tokenWhat: '设备现用的令牌随即作废，须换上新令牌才能再上报。',
    tokenHelp: '令牌只显示这一次，请现在抄下。',
    titleZh: '名称',
    titleEn: '英文名称',
    longitude: '经度',
    latitude: '纬度',
    tagLines: '标签（每行一个，名=值）',
    saved: '已保存',
    none: '无',
  },
}

const en: typeof zh = {
  tabs: { devices: 'Devices', groups: 'Groups', products: 'Products', rules: 'Rules', derived: 'Derived' },
  anyLifecycle: 'All but retired',
  lifecycle: 'Lifecycle',
  lifecycles: { planned: 'Planned', active: 'Active', maintenance: 'In maintenance', retired: 'Retired' },
  lifecycleHelp: {
    planned: 'Readings are stored, no alarms.',
    active: 'Readings are stored and judged.',
    maintenance: 'Readings are stored; no alarms, silence does not count.',
    retired: 'Takes no more data; its readings are kept.',
  },
  group: 'Group',
  parent: 'Parent device',
  children: 'Devices behind it',
  owner: 'Owner',
  tags: 'Tags',
  position: 'Position',
  online: 'Connected',
  facts: {
    edit: 'Change',
    token: 'New token',
    tokenWhat: 'The token in use becomes void at once; the device reports again when it has the new one.',
    tokenHelp: 'The token is shown this once. Copy it now.',
    titleZh: 'Name (Chinese)',
    titleEn: 'Name (English)',
    longitude: 'Longitude',
    latitude: 'Latitude',
    tagLines: 'Tags (one a line, name=value)',
    saved: 'Saved',
    none: 'none',
  },
}

addWords('things', { zh, en })
