import type { EChartsCoreOption } from 'echarts/core'
import { plainNumber } from '../format/number'
import { tokenColour } from '../theme'
import type { Moment } from './series'

export interface Mark {
  time: number
  label: string
  /** A token name; the colour of the line. */
  token: string
}

export interface Limit {
  value: number
  label: string
  /** A token name; the colour of the line. */
  token: string
}

export interface Drawing {
  moments: Moment[]
  name: string
  unit: string
  bandName: string
  marks: Mark[]
  limits: Limit[]
  /** A bar for each moment instead of a line. */
  bars?: boolean
  /** Token of the colour of one moment's bar. */
  barToken?: (moment: Moment) => string | undefined
  from?: number
  to?: number
  wall: (time: number) => number
  /** Days only on the time axis. */
  days?: boolean
}

const two = (value: number) => String(value).padStart(2, '0')

function axisTime(value: number): string {
  const time = new Date(value)
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`
  return clock === '00:00' ? `${two(time.getUTCMonth() + 1)}-${two(time.getUTCDate())}` : clock
}

function wholeTime(value: number, days?: boolean): string {
  const text = new Date(value).toISOString().replace('T', ' ')
  return text.slice(0, days ? 10 : 16)
}

interface Hint {
  seriesId?: string
  value: unknown
}

function hintText(drawing: Drawing, hints: Hint[]): string {
  const row = hints.find((hint) => hint.seriesId === 'value')?.value as number[] | undefined
  if (!row) return ''
  const [time, value, low, high] = row
  const unit = drawing.unit ? ` ${drawing.unit}` : ''
  const lines = [wholeTime(time!, drawing.days)]
  lines.push(value == null ? '–' : `${drawing.name}  ${plainNumber(value)}${unit}`)
  if (low != null && high != null) {
    lines.push(`${drawing.bandName}  ${plainNumber(low)} – ${plainNumber(high)}${unit}`)
  }
  return lines.join('\n')
}

/** The whole picture as ECharts wants it; times are already the city's clock. */
export function optionsOf(drawing: Drawing): EChartsCoreOption {
  const ink = tokenColour('ink-2')
  const line = tokenColour('line')
  const accent = tokenColour('accent')
  const surface = tokenColour('surface')
  const rows = drawing.moments.map((moment) => [
    drawing.wall(moment.time),
    moment.value,
    moment.min ?? null,
    moment.max ?? null,
  ])
  const lonely = rows.map(
    (row, at) => row[1] !== null && rows[at - 1]?.[1] == null && rows[at + 1]?.[1] == null,
  )
  const banded = drawing.moments.some((moment) => moment.min !== undefined && !drawing.bars)
  return {
    useUTC: true,
    animation: false,
    textStyle: { fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"' },
    grid: { left: 12, right: drawing.limits.length ? 76 : 20, top: 40, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: tokenColour('ink'), fontSize: 12 },
      formatter: (hints: unknown) => hintText(drawing, hints as Hint[]),
    },
    xAxis: {
      type: 'time',
      min: drawing.from === undefined ? undefined : drawing.wall(drawing.from),
      max: drawing.to === undefined ? undefined : drawing.wall(drawing.to),
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, hideOverlap: true, formatter: axisTime },
      minInterval: drawing.days ? 86_400_000 : undefined,
    },
    yAxis: {
      type: 'value',
      scale: !drawing.bars,
      name: drawing.unit,
      nameTextStyle: { color: ink, align: 'left', padding: [0, 0, 0, -24] },
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      ...(banded ? band(drawing, rows, accent) : []),
      {
        id: 'value',
        name: drawing.name,
        type: drawing.bars ? 'bar' : 'line',
        data: drawing.bars ? bars(drawing, rows, accent) : rows,
        barMaxWidth: 24,
        showSymbol: rows.length < 60 || lonely.some(Boolean),
        showAllSymbol: true,
        symbolSize: (_: unknown, at: { dataIndex: number }) =>
          rows.length < 60 || lonely[at.dataIndex] ? 5 : 0,
        connectNulls: false,
        lineStyle: { width: 1.6, color: accent },
        itemStyle: { color: accent },
        markLine: markLines(drawing, ink),
      },
    ],
  }
}

type Rows = (number | null)[][]

function bars(drawing: Drawing, rows: Rows, accent: string) {
  return rows.map((row, at) => {
    const token = drawing.barToken?.(drawing.moments[at]!)
    return { value: row, itemStyle: { color: token ? tokenColour(token) : accent } }
  })
}

/** Lowest to highest as a soft band: an unseen floor and the height above it, stacked. */
function band(drawing: Drawing, rows: Rows, accent: string) {
  const plain = {
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
  }
  return [
    { ...plain, id: 'low', data: rows.map(([time, , low]) => [time, low]) },
    {
      ...plain,
      id: 'high',
      name: drawing.bandName,
      data: rows.map(([time, , low, high]) => [
        time,
        high == null || low == null ? null : high - low,
      ]),
      areaStyle: { color: accent, opacity: 0.18 },
    },
  ]
}

function markLines(drawing: Drawing, ink: string) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: [
      ...drawing.limits.map((limit) => ({
        yAxis: limit.value,
        lineStyle: { color: tokenColour(limit.token), type: 'dashed', width: 1.2 },
        label: { formatter: limit.label, position: 'end', color: tokenColour(limit.token), fontSize: 11 },
      })),
      ...drawing.marks.map((mark) => ({
        xAxis: drawing.wall(mark.time),
        lineStyle: { color: tokenColour(mark.token), type: 'solid', width: 1.5 },
        label: { formatter: mark.label, position: 'end', color: ink, fontSize: 11, rotate: 0 },
      })),
    ],
  }
}
