/** What the browser gives a worker of this sort; the page's types know nothing of it. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil: (work: Promise<unknown>) => void }) => void): void
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith: (answer: Promise<Response>) => void }) => void): void
  clients: { claim: () => Promise<void> }
}

const scope = self as unknown as WorkerScope

/** The files of this entry: the build writes them here. */
declare const __SHELL__: string[]
const shell = __SHELL__
const PAGE = '/field/'
const MINE = 'chengshu-field-'
const STORE = MINE + shell.length + '-' + hash(shell.join())
/** A network that is slower than this is none for somebody who opens the page. */
const PATIENCE = 3000

function hash(text: string): string {
  let found = 5381
  for (const letter of text) found = ((found << 5) + found + letter.charCodeAt(0)) >>> 0
  return found.toString(36)
}

async function keepShell(): Promise<void> {
  const store = await caches.open(STORE)
  await store.addAll([PAGE, ...shell].map((url) => new Request(url, { cache: 'reload' })))
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(MINE) && name !== STORE).map((name) => caches.delete(name)))
  await scope.clients.claim()
}

async function kept(url: string): Promise<Response | undefined> {
  return (await caches.open(STORE)).match(url)
}

async function page(request: Request): Promise<Response> {
  const network = fetch(request)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined))
  const answer = await Promise.race([network.catch(() => undefined), late])
  return (answer?.ok ? answer : await kept(PAGE)) ?? network
}

async function file(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request)
}

scope.addEventListener('install', (event) => event.waitUntil(keepShell()))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (shell.includes(pathname)) event.respondWith(file(request, pathname))
})

export {}
