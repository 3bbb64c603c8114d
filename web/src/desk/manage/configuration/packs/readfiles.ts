import { strFromU8, unzipSync, type Unzipped } from 'fflate'
import type { PackFiles } from '@/shared/api/packs'

export const LIMITS = { files: 500, file: 2 * 1024 * 1024, all: 16 * 1024 * 1024 }

/** Why what was chosen is no pack; `word` names the sentence. */
export class NotAPack extends Error {
  constructor(
    readonly word: 'none' | 'tooMany' | 'tooBig' | 'unreadable',
    readonly named: Record<string, unknown> = {},
  ) {
    super(word)
  }
}

const isYaml = (path: string) => /\.ya?ml$/i.test(path)
// What systems leave behind in archives.
const isLitter = (path: string) => /(^|\/)(__MACOSX|\.)/.test(path)

/** Paths from the folder that holds pack.yaml on; what lies elsewhere is left out. */
export function fromThePack<T>(entries: [path: string, content: T][]): [path: string, content: T][] {
  const wanted = entries.filter(([path]) => isYaml(path) && !isLitter(path))
  const heads = wanted
    .map(([path]) => path)
    .filter((path) => /(^|\/)pack\.yaml$/.test(path))
    .sort((one, other) => one.length - other.length)
  const head = heads[0]
  if (head === undefined) throw new NotAPack('none')
  const folder = head.slice(0, -'pack.yaml'.length)
  const found = wanted
    .filter(([path]) => path.startsWith(folder))
    .map(([path, content]): [string, T] => [path.slice(folder.length), content])
  if (found.length > LIMITS.files) throw new NotAPack('tooMany', { n: found.length })
  return found
}

function mind(sizes: [name: string, bytes: number][]): void {
  const large = sizes.find(([, bytes]) => bytes > LIMITS.file)
  if (large) throw new NotAPack('tooBig', { name: large[0], limit: '2 MiB' })
  const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0)
  if (sum > LIMITS.all) throw new NotAPack('tooBig', { name: 'pack', limit: '16 MiB' })
}

async function fromFolder(files: [path: string, file: File][]): Promise<PackFiles> {
  const chosen = fromThePack(files)
  mind(chosen.map(([path, file]) => [path, file.size]))
  return Object.fromEntries(await Promise.all(chosen.map(async ([path, file]) => [path, await file.text()])))
}

function unpack(bytes: Uint8Array, wanted: (name: string, size: number) => boolean): Unzipped {
  try {
    return unzipSync(bytes, { filter: (one) => wanted(one.name, one.originalSize) })
  } catch (cause) {
    throw new NotAPack('unreadable', { why: cause instanceof Error ? cause.message : String(cause) })
  }
}

async function fromZip(file: File): Promise<PackFiles> {
  if (file.size > LIMITS.all) throw new NotAPack('tooBig', { name: file.name, limit: '16 MiB' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sizes: [string, number][] = []
  const held = unpack(bytes, (name, size) => {
    if (!isYaml(name) || isLitter(name)) return false
    sizes.push([name, size])
    // What unpacks to more than is allowed is not unpacked at all.
    return size <= LIMITS.file && sizes.length <= LIMITS.files
  })
  mind(sizes)
  return Object.fromEntries(fromThePack(Object.entries(held)).map(([path, content]) => [path, strFromU8(content)]))
}

/** A pack out of what was chosen: one zip, or the files of a folder. */
export async function readChosen(files: [path: string, file: File][]): Promise<PackFiles> {
  const [first] = files
  if (!first) throw new NotAPack('none')
  return files.length === 1 && /\.zip$/i.test(first[0]) ? fromZip(first[1]) : fromFolder(files)
}

function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  return new Promise((resolve, reject) => {
    const next = () =>
      reader.readEntries((some) => {
        if (!some.length) return resolve(all)
        all.push(...some)
        next()
      }, reject)
    next()
  })
}

async function walk(entry: FileSystemEntry, found: [string, File][]): Promise<void> {
  if (found.length > LIMITS.files * 4) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    found.push([entry.fullPath.replace(/^\//, ''), file])
  } else {
    for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inner, found)
  }
}

/** The files of what was dropped, folders walked through. */
export async function readDropped(dropped: DataTransfer): Promise<[string, File][]> {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((one) => one !== null)
  const found: [string, File][] = []
  for (const entry of entries) await walk(entry, found)
  return found
}
