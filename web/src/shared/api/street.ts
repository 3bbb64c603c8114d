import { get, postHeld, sendFile, type Held, type Page, getHeld } from '../http/client'
import type { Position } from './alarm'
import type { CaseRow, CaseView } from './cases'

const BASE = '/api/cases/v1/cases'

/** A case that waits to be handled. */
export interface PressingCase extends CaseRow {
  /** Whose it is: mine, somebody else's of the department, or nobody's yet. */
  hands: 'mine' | 'somebody' | 'nobody'
  /** Its state, to build a deed upon. */
  tag: string
}

export interface CasePhoto {
  id: string
  moment: 'before' | 'after'
  type: string
  bytes: number
  takenAt?: string | null
  position?: Position | null
  /** Who told the position. */
  placedBy?: 'camera' | 'phone' | null
  addedBy: string
  addedAt: string
}

export interface Shot {
  moment: 'before' | 'after'
  takenAt: string
  position?: Position
}

/** A deed of somebody who may have been without a connection. */
export interface FarDeed {
  action: string
  note?: string
  doneAt: string
}

export interface FarAsk {
  key: string
  tag?: string
  signal?: AbortSignal
}

export const street = {
  pressing: (signal?: AbortSignal) => get<Page<PressingCase>>(`${BASE}/pressing`, {}, { signal }),
  get: (id: string): Promise<Held<CaseView>> => getHeld<CaseView>(`${BASE}/${id}`),
  photos: (id: string) => get<Page<CasePhoto>>(`${BASE}/${id}/photos`),
  photoUrl: (photo: string) => `/api/cases/v1/case-photos/${photo}`,
  act: (id: string, deed: FarDeed, ask: FarAsk) => postHeld<CaseView>(`${BASE}/${id}/actions`, deed, ask),
  addPhoto: (id: string, shot: Shot, photo: Blob, ask: FarAsk) => {
    const told = new URLSearchParams({ moment: shot.moment, takenAt: shot.takenAt })
    if (shot.position) {
      told.set('longitude', String(shot.position.longitude))
      told.set('latitude', String(shot.position.latitude))
    }
    return sendFile<CasePhoto>(`${BASE}/${id}/photos?${told}`, photo, ask)
  },
}
