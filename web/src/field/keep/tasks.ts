import { computed, ref, shallowRef } from 'vue'
import type { CaseKind } from '@/shared/api/reports'
import { caseKinds, reports, resident } from '@/shared/api/reports'
import type { CaseView } from '@/shared/api/cases'
import { checks, type CheckItem } from '@/shared/api/checks'
import type { Area } from '@/shared/api/core'
import { street, type CasePhoto, type PressingCase } from '@/shared/api/street'
import type { Problem } from '@/shared/http/client'
import { asProblem } from '@/shared/http/load'
import { shelf } from './database'
import { mayHere, owner } from './who'

/** One case as it was read last. */
export interface Kept {
  view: CaseView
  tag: string
  photos: CasePhoto[]
  at: number
}

export interface TaskList {
  cases: PressingCase[]
  checks: CheckItem[]
  at: number
}

const DETAILS = 40
const PHOTOS = 60
const FRESH = 5 * 60_000

const name = (what: string, id = ''): string => `${owner.value} ${what} ${id}`.trim()

export const list = shallowRef<TaskList>()
export const problem = shallowRef<Problem>()
export const loading = ref(false)
/** The last question got no answer: what is shown is what was kept. */
export const away = computed(() => problem.value?.status === 0)

export async function loadTasks(): Promise<void> {
  loading.value = true
  list.value ??= await shelf.get<TaskList>(name('list'))
  try {
    const [cases, mine] = await Promise.all([
      street.pressing(),
      mayHere('cases:check') ? checks.list({ mine: true, state: 'open', way: 'grid', limit: 100 }) : { items: [] },
    ])
    list.value = { cases: cases.items, checks: mine.items, at: Date.now() }
    problem.value = undefined
    await shelf.put(name('list'), list.value)
    void keepDetails(list.value)
  } catch (cause) {
    problem.value = asProblem(cause)
  } finally {
    loading.value = false
  }
}

export function forgetList(): void {
  list.value = undefined
}

let keeping = false

/** Reads what will be needed in the tunnel: the first due first. */
async function keepDetails(of: TaskList): Promise<void> {
  if (keeping) return
  keeping = true
  try {
    const ids = [...new Set([...of.cases.map((one) => one.id), ...of.checks.map((one) => one.caseId)])].slice(0, DETAILS)
    const pictures: string[] = []
    for (const id of ids) {
      const old = await shelf.get<Kept>(name('case', id))
      const fresh = old && old.at > Date.now() - FRESH && old.tag === (of.cases.find((one) => one.id === id)?.tag ?? old.tag)
      const held = fresh ? old : await readCase(id)
      pictures.push(...pictureUrls(held))
    }
    await keepPictures(pictures.slice(0, PHOTOS))
    await keepBooks()
    await forgetOthers(ids, pictures.slice(0, PHOTOS))
  } catch {
    // The connection went: what is kept is kept.
  } finally {
    keeping = false
  }
}

function pictureUrls(held: Kept): string[] {
  return [
    ...held.view.reports.flatMap((report) => report.photos.map((photo) => reports.photoUrl(photo.id))),
    ...held.photos.map((photo) => street.photoUrl(photo.id)),
  ]
}

async function readCase(id: string): Promise<Kept> {
  const [{ value, tag }, photos] = await Promise.all([street.get(id), street.photos(id)])
  const held = { view: value, tag, photos: photos.items, at: Date.now() }
  await shelf.put(name('case', id), held)
  return held
}

/** From the server, else as it was kept; `problem` says why it is the kept one. */
export async function openCase(id: string): Promise<{ held?: Kept; problem?: Problem }> {
  try {
    return { held: await readCase(id) }
  } catch (cause) {
    return { held: await shelf.get<Kept>(name('case', id)), problem: asProblem(cause) }
  }
}

export function keptCase(id: string): Promise<Kept | undefined> {
  return shelf.get<Kept>(name('case', id))
}

async function keepPictures(urls: string[]): Promise<void> {
  for (const url of urls) if (!(await shelf.get<Blob>(name('picture', url)))) await picture(url)
}

/** The picture behind an address: kept, or read and kept. */
export async function picture(url: string): Promise<Blob | undefined> {
  const kept = await shelf.get<Blob>(name('picture', url))
  if (kept) return kept
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const blob = await answer.blob()
  await shelf.put(name('picture', url), blob)
  return blob
}

async function forgetOthers(ids: string[], urls: string[]): Promise<void> {
  const stay = new Set([...ids.map((id) => name('case', id)), ...urls.map((url) => name('picture', url))])
  const all = await shelf.names()
  await shelf.drop(all.filter((one) => /^\S+ (case|picture) /.test(one) && one.startsWith(owner.value) && !stay.has(one)))
}

export interface Books {
  kinds: CaseKind[]
  areas: Area[]
}

async function keepBooks(): Promise<Books> {
  const [kinds, areas] = await Promise.all([caseKinds.list(), resident.areas()])
  const books = { kinds: kinds.items, areas: areas.items }
  await shelf.put(name('books'), books)
  return books
}

/** What a report asks for: from the server, else as it was kept. */
export async function books(): Promise<Books | undefined> {
  return keepBooks().catch(() => shelf.get<Books>(name('books')))
}

/** Whatever was read for whoever leaves; what waits to be sent stays. */
export async function forgetKept(): Promise<void> {
  const mine = owner.value
  const all = await shelf.names()
  await shelf.drop(all.filter((one) => one.startsWith(`${mine} `)))
  forgetList()
}
