import { cases } from '@/shared/api/cases'
import { checks } from '@/shared/api/checks'
import { reports } from '@/shared/api/reports'
import { street, type FarAsk } from '@/shared/api/street'
import { post, Problem, sendFile } from '@/shared/http/client'
import type { Entry, Outcome } from './entry'
import type { Messenger } from './queue'

/** A connection that says nothing for so long is none: the tunnel has no sign at its entrance. */
const WORDS = 30_000
const PICTURE = 180_000

function ask(entry: Entry): FarAsk {
  const large = 'photo' in entry.deed
  return { key: entry.key, signal: AbortSignal.timeout(large ? PICTURE : WORDS) }
}

function pictureOf(photo: Blob | undefined): Blob {
  if (!photo) throw new Problem(410, 'FIELD_PICTURE_GONE', '')
  return photo
}

const doneAt = (entry: Entry): string => new Date(entry.doneAt).toISOString()

async function act(entry: Entry, action: string, note: string | undefined, tag?: string): Promise<Outcome> {
  const answer = await street.act(entry.thread, { action, note, doneAt: doneAt(entry) }, { ...ask(entry), tag })
  return { tag: answer.tag }
}

export const messenger: Messenger = async (entry, report) => {
  const { deed } = entry
  switch (deed.sort) {
    case 'note':
      return act(entry, 'note', deed.note)
    case 'act':
      return act(entry, deed.action, deed.note, entry.tag)
    case 'photo':
      await street.addPhoto(entry.thread, { moment: deed.moment, takenAt: doneAt(entry), position: deed.position }, pictureOf(deed.photo), ask(entry))
      return {}
    case 'report': {
      const receipt = await reports.send(deed.body, entry.key)
      return { id: receipt.id, number: receipt.number, code: receipt.code, caseId: receipt.caseId }
    }
    case 'report-photo':
      if (!report?.id) throw new Problem(409, 'FIELD_REPORT_MISSING', '')
      await sendFile(reports.addPhotoUrl(report.id), pictureOf(deed.photo), ask(entry))
      return {}
    case 'check-photo':
      await sendFile(`${checks.url}/${entry.thread}/photos`, pictureOf(deed.photo), ask(entry))
      return {}
    case 'check-answer':
      await post(`${checks.url}/${entry.thread}/answer`, { passed: deed.passed, note: deed.note, position: deed.position }, ask(entry))
      return {}
  }
}

/** The state in which a case is now: to do a deed upon it after all. */
export async function stateNow(id: string): Promise<{ tag: string; stage: string; handler?: string | null; department?: string; actions: string[] }> {
  const { value, tag } = await street.get(id)
  return { tag, stage: value.stage, handler: value.handler, department: value.departmentName?.zh ?? value.department ?? undefined, actions: value.actions }
}

export const caseUrl = cases.url
