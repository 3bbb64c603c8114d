import type { Entry } from '../queue/entry'
import type { Drawer } from '../queue/queue'

const NAME = 'chengshu.field'
const QUEUE = 'queue'
const KEPT = 'kept'

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(NAME))
  })
}

/** Fulfilled when it is on the disk, not when it is asked for. */
function written(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error(NAME))
  })
}

let database: Promise<IDBDatabase> | undefined

function opened(): Promise<IDBDatabase> {
  if (!database) {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(QUEUE, { keyPath: 'key' })
      request.result.createObjectStore(KEPT)
    }
    database = asked(request)
    database.catch(() => (database = undefined))
  }
  return database
}

async function change(store: string, work: (open: IDBObjectStore) => void): Promise<void> {
  const transaction = (await opened()).transaction(store, 'readwrite')
  work(transaction.objectStore(store))
  return written(transaction)
}

async function read<T>(store: string, work: (open: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return asked(work((await opened()).transaction(store, 'readonly').objectStore(store)))
}

/** The queue in the browser's database. What cannot be kept is refused, so that nobody believes it to be safe. */
export const drawer: Drawer = {
  all: () => read<Entry[]>(QUEUE, (open) => open.getAll()),
  put: (entry) => change(QUEUE, (open) => open.put(entry)),
  drop: (key) => change(QUEUE, (open) => open.delete(key)),
}

/** What was read from the server, for when there is none. Losing it loses nothing. */
export const shelf = {
  get: async <T>(name: string): Promise<T | undefined> => read<T | undefined>(KEPT, (open) => open.get(name)).catch(() => undefined),
  put: (name: string, value: unknown): Promise<void> => change(KEPT, (open) => open.put(value, name)).catch(() => undefined),
  names: (): Promise<string[]> => read<IDBValidKey[]>(KEPT, (open) => open.getAllKeys()).then((keys) => keys.map(String), () => []),
  drop: (names: string[]): Promise<void> => change(KEPT, (open) => names.forEach((name) => open.delete(name))).catch(() => undefined),
}
