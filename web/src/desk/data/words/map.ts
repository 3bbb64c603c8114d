/** The asset map. */
const zh = {
  map: {
    title: '资产地图',
    by: '按',
    orders: {
      'organisation,class': '提供方 › 分类',
      'class,organisation': '分类 › 提供方',
      'layer,class': '数据层 › 分类',
      'sharing,organisation': '共享类型 › 提供方',
      'organisation,sharing': '提供方 › 共享类型',
      'openness,class': '开放属性 › 分类',
    },
    label: '资源数量',
    table: '表格',
    count: '数量',
    share: '占比',
    empty: '目录里还没有资源',
  },
}

const en: typeof zh = {
  map: {
    title: 'Asset map',
    by: 'By',
    orders: {
      'organisation,class': 'Provider › class',
      'class,organisation': 'Class › provider',
      'layer,class': 'Layer › class',
      'sharing,organisation': 'Sharing › provider',
      'organisation,sharing': 'Provider › sharing',
      'openness,class': 'Openness › class',
    },
    label: 'Number of resources',
    table: 'Table',
    count: 'Number',
    share: 'Share',
    empty: 'The catalogue is empty',
  },
}

export const map = { zh, en }
