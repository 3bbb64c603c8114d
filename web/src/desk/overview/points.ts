import type { Alarm } from '@/shared/api/alarm'
import type { Device } from '@/shared/api/sense'
import type { Text } from '@/shared/i18n'
import type { MapPoint } from '@/shared/map/shapes'

/** Every device with a place, and the worst open alarm on it; a point with an alarm opens the alarm. */
export function pointsOf(
  devices: Device[],
  open: Alarm[],
  word: (text: Text) => string,
): MapPoint[] {
  const worst = new Map<string, Alarm>()
  for (const alarm of open) {
    const before = worst.get(alarm.subject.id)
    if (!before || before.severity < alarm.severity) worst.set(alarm.subject.id, alarm)
  }
  return devices.flatMap((device) => {
    if (!device.position) return []
    const alarm = worst.get(device.code)
    return [
      {
        id: device.code,
        title: alarm ? `${word(device.title)} · ${word(alarm.title)}` : word(device.title),
        position: device.position,
        level: alarm?.severity ?? 0,
        page: alarm ? `/alarms/${alarm.id}` : `/devices/${encodeURIComponent(device.code)}`,
      },
    ]
  })
}
