import { get } from '../http/client'
import type { Text } from '../i18n'

export type SettingOrigin = 'default' | 'file' | 'environment' | 'command-line'

export interface Setting {
  name: string
  value: string
  default: string
  source: SettingOrigin
  /** Where exactly its value stands, such as `chengshu.yaml:3`. */
  place: string
  kind: string
  expects: Text
  summary: Text
  unit: string
  since: string
  secret: boolean
  restart: boolean
  environment: string
  /** The value that the next start will take; empty if it is the one in force. */
  waiting: string
}

export interface SettingsView {
  items: Setting[]
  file: string
  faults: { place: string; detail: Text }[]
}

export const settings = { all: () => get<SettingsView>('/api/core/v1/settings') }
