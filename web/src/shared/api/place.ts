import { get } from '../http/client'
import type { Text } from '../i18n'

export interface NamedArea {
  code: string
  kind: string
  name: Text
  written: string
}

/** An address taken apart along the city's tree; the areas from the outermost to the deepest that is certain. */
export interface AddressSplit {
  areaPath?: string | null
  areas: NamedArea[]
  road?: string | null
  number?: string | null
  rest: string
  confidence: number
  doubts: Text[]
}

export const place = {
  split: (text: string, signal?: AbortSignal) => get<AddressSplit>('/api/place/v1/addresses/split', { text }, { signal }),
}
