import type { Parcel, Shelf } from './outbox'

const NAME = 'chengshu.reports'
const STORE = 'parcels'

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(NAME))
  })
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  return asked(request)
}

/** Parcels in the browser's own database, which also holds photos. */
function browserShelf(): Shelf {
  let database: Promise<IDBDatabase> | undefined
  const store = async (mode: IDBTransactionMode) => {
    database ??= opened()
    return (await database).transaction(STORE, mode).objectStore(STORE)
  }
  return {
    all: async () => asked<Parcel[]>((await store('readonly')).getAll()),
    put: async (parcel) => void (await asked((await store('readwrite')).put(parcel))),
    drop: async (key) => void (await asked((await store('readwrite')).delete(key))),
  }
}

/** For a browser that keeps nothing: parcels live as long as the page. */
function pageShelf(): Shelf {
  const held = new Map<string, Parcel>()
  return {
    all: async () => [...held.values()],
    put: async (parcel) => void held.set(parcel.key, parcel),
    drop: async (key) => void held.delete(key),
  }
}

/** The browser's database as long as it works, else the page. */
export function openShelf(): Shelf {
  const page = pageShelf()
  if (!('indexedDB' in globalThis)) return page
  const browser = browserShelf()
  return {
    all: async () => [...(await browser.all().catch(() => [])), ...(await page.all())],
    put: (parcel) => browser.put(parcel).catch(() => page.put(parcel)),
    drop: async (key) => {
      await page.drop(key)
      await browser.drop(key).catch(() => undefined)
    },
  }
}
