import type { IconName } from '@/shared/ui/Icon.vue'

export interface Place {
  name: string
  path: string
  icon: IconName
  /** Any of these rights opens the place. */
  rights: string[]
  /** Where else the pages of the place are. */
  also?: string[]
}

export const PLACES: Place[] = [
  { name: 'overview', path: '/', icon: 'overview', rights: [] },
  { name: 'alarms', path: '/alarms', icon: 'alarms', rights: ['alarm:read'] },
  { name: 'cases', path: '/cases', icon: 'cases', rights: ['cases:read'] },
  { name: 'devices', path: '/devices', icon: 'devices', rights: ['sense:read'], also: ['/device-groups', '/products', '/rules', '/derived-series'] },
  { name: 'data', path: '/data', icon: 'data', rights: ['data:read'] },
  { name: 'indicators', path: '/indicators', icon: 'indicators', rights: ['indicator:read', 'data:read'] },
  { name: 'manage', path: '/manage', icon: 'manage', rights: [] },
]
