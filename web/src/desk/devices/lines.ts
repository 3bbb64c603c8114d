import type { EChartsCoreOption } from 'echarts/core'
import type { Limit } from '@/shared/chart/options'
import type { Moment } from '@/shared/chart/series'
import { plainNumber } from '@/shared/format/number'
import { tokenColour } from '@/shared/theme'

export interface Line {
  id: string
  name: string
  unit: string
  moments: Moment[]
  limits: Limit[]
}

/** Tokens by which lines differ; the shape of the line differs too, as colour never stands alone. */
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 5]] as const

/** Colours that both themes can bear, where the tokens have none of their own. */
const SHADES = ['', '#c2571a', '#2f8f5b', '#8a5bc7', '#b0891c', '#c0447e']

export function colourOf(at: number): string {
  return at % SHADES.length === 0 ? tokenColour('accent') : SHADES[at % SHADES.length]!
}

interface Picture {
  /** All of one unit. */
  lines: { line: Line; at: number }[]
  from: number
  to: number
  wall: (time: number) => number
}

const two = (value: number) => String(value).padStart(2, '0')

function axisTime(value: number): string {
  const time = new Date(value)
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`
  return clock === '00:00' ? `${two(time.getUTCMonth() + 1)}-${two(time.getUTCDate())}` : clock
}

interface Extent {
  min: number
  max: number
}

/** The limits that lie no farther away than the values are apart, and how far the axis goes to show them. */
function within(lines: Line[], limits: Limit[]) {
  const values = lines.flatMap((line) => line.moments.map((moment) => moment.value)).filter((value) => value !== null)
  const seen: Extent = values.reduce(
    (so, value) => ({ min: Math.min(so.min, value), max: Math.max(so.max, value) }),
    { min: Infinity, max: -Infinity },
  )
  const room = Math.max(seen.max - seen.min, Math.abs(seen.max) / 4)
  const near = limits.filter((limit) => limit.value >= seen.min - room && limit.value <= seen.max + room)
  const min = Math.min(seen.min, ...near.map((limit) => limit.value))
  const max = Math.max(seen.max, ...near.map((limit) => limit.value))
  return {
    near,
    min: min < seen.min ? min - room / 20 : undefined,
    max: max > seen.max ? max + room / 20 : undefined,
  }
}

interface Hint {
  seriesName?: string
  marker?: string
  value: [number, number | null]
}

export function linesOf(picture: Picture): EChartsCoreOption {
  const ink = tokenColour('ink-2')
  const grey = tokenColour('line')
  const unit = picture.lines[0]?.line.unit ?? ''
  const reach = within(
    picture.lines.map(({ line }) => line),
    picture.lines.flatMap(({ line }) => line.limits),
  )
  const limits = reach.near
  return {
    useUTC: true,
    animation: false,
    textStyle: { fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"' },
    grid: { left: 12, right: limits.length ? 120 : 20, top: 32, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: tokenColour('surface'),
      borderColor: grey,
      textStyle: { color: tokenColour('ink'), fontSize: 12 },
      formatter: (given: unknown) => {
        const hints = given as Hint[]
        const time = hints[0] ? new Date(hints[0].value[0]).toISOString().replace('T', ' ').slice(0, 19) : ''
        const rows = hints
          .filter((hint) => hint.value[1] !== null)
          .map((hint) => `${hint.seriesName}  ${plainNumber(hint.value[1]!)} ${unit}`)
        return [time, ...rows].join('\n')
      },
    },
    xAxis: {
      type: 'time',
      min: picture.wall(picture.from),
      max: picture.wall(picture.to),
      axisLine: { lineStyle: { color: grey } },
      axisLabel: { color: ink, hideOverlap: true, formatter: axisTime },
    },
    yAxis: {
      type: 'value',
      scale: true,
      min: reach.min,
      max: reach.max,
      name: unit,
      nameTextStyle: { color: ink, align: 'left', padding: [0, 0, 0, -24] },
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: grey } },
    },
    series: picture.lines.map(({ line, at }, order) => ({
      id: line.id,
      name: line.name,
      type: 'line',
      data: line.moments.map((moment) => [picture.wall(moment.time), moment.value]),
      showSymbol: line.moments.length < 60,
      symbolSize: 5,
      connectNulls: false,
      lineStyle: { width: 1.6, color: colourOf(at), type: DASHES[at % DASHES.length] },
      itemStyle: { color: colourOf(at) },
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        data: (order === 0 ? limits : []).map((limit) => ({
          yAxis: limit.value,
          lineStyle: { color: tokenColour(limit.token), type: 'dashed', width: 1.2 },
          label: {
            formatter: limit.label,
            position: 'end',
            color: tokenColour(limit.token),
            fontSize: 11,
            width: 108,
            overflow: 'truncate',
          },
        })),
      },
    })),
  }
}
