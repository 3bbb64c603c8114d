/** What went wrong with a request, as the server's problem document says it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** In the language asked for. */
    title: string,
    /** What exactly, in English. */
    readonly detail = '',
    readonly errors: ProblemPlace[] = [],
    /** Seconds until it is worth another try, if the server said so. */
    readonly retryAfter = 0,
    /** Under which the server's log tells of this request. */
    readonly traceId = '',
  ) {
    super(title)
  }

  /** The right that is lacking, if the server named it. */
  get permission(): string | undefined {
    return this.forbidden ? /\b[a-z]+:[a-z-]+\b/.exec(this.detail)?.[0] : undefined
  }

  /** One sentence with its code, for a place where only one line fits. */
  get line(): string {
    const detail = this.detail && this.detail !== this.message ? ` ${this.detail}` : ''
    return `${this.message}${detail} (${this.code})`
  }

  get forbidden(): boolean {
    return this.status === 403
  }

  get absent(): boolean {
    return this.status === 404
  }

  /** Somebody changed the thing after it was read here. */
  get overtaken(): boolean {
    return this.status === 412
  }

  /** Nobody knows whether the server did it: the same question may be sent again under the same key. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

export interface ProblemPlace {
  place: string
  detail: string
  detailZh?: string
}

type Value = string | number | boolean | undefined | null
export type Query = Record<string, Value | readonly string[]>

interface Doorman {
  language: () => string
  onSignedOut: () => void
}

const doorman: Doorman = { language: () => 'zh', onSignedOut: () => undefined }

/** Tells the client which language to ask for and what to do when nobody is signed in. */
export function setDoorman(given: Partial<Doorman>): void {
  Object.assign(doorman, given)
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) value.forEach((one) => search.append(name, String(one)))
    else search.append(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function toProblem(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  return new Problem(
    answer.status,
    typeof body.code === 'string' ? body.code : `HTTP_${answer.status}`,
    String(body.title || answer.statusText),
    String(body.detail ?? ''),
    Array.isArray(body.errors) ? (body.errors as ProblemPlace[]) : [],
    Number(answer.headers.get('Retry-After')) || 0,
    String(body.traceId ?? answer.headers.get('X-Trace-Id') ?? ''),
  )
}

export interface Ask {
  signal?: AbortSignal
  /** A 401 to this request is an answer of its own (signing in), not a lost session. */
  mayBeNobody?: boolean
  /** The state that a change builds on, as `getHeld` gave it. */
  tag?: string
  /** The same key for the same deed, however often it is sent; a fresh one if none is given. */
  key?: string
}

async function send(method: string, url: string, body: unknown, ask: Ask): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': doorman.language(),
    'X-Requested-With': 'chengshu',
  }
  const file = body instanceof Blob
  if (body !== undefined) headers['Content-Type'] = file ? body.type || 'application/octet-stream' : 'application/json'
  // Of files the server keeps answers for pictures alone: those may have a key.
  if (method === 'POST' && (!file || ask.key)) headers['Idempotency-Key'] = ask.key ?? newKey()
  if (ask.tag) headers['If-Match'] = ask.tag
  const answer = await fetch(url, {
    method,
    headers,
    credentials: 'same-origin',
    body: file || body === undefined ? body : JSON.stringify(body),
    signal: ask.signal,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, 'NO_CONNECTION', '')
  })
  if (answer.ok) return answer
  if (answer.status === 401 && !ask.mayBeNobody) doorman.onSignedOut()
  throw await toProblem(answer)
}

export interface Download {
  file: Blob
  name: string
  /** The server had more rows than it puts into a file. */
  truncated: boolean
}

/** A list as a file, in the language of the screen. */
export async function download(url: string): Promise<Download> {
  const answer = await send('GET', url, undefined, {})
  if (answer.headers.get('Content-Type')?.includes('json')) {
    throw new Problem(406, 'EXPORT_NOT_OFFERED', '')
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
  return {
    file: await answer.blob(),
    name: decodeURIComponent(named ?? 'list.xlsx'),
    truncated: answer.headers.get('X-Export-Truncated') === 'true',
  }
}

/** A key under which a deed is done once, however often it is asked for. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

async function json<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export async function get<T>(path: string, query: Query = {}, ask: Ask = {}): Promise<T> {
  return json<T>(await send('GET', address(path, query), undefined, ask))
}

export async function post<T>(path: string, body: unknown = {}, ask: Ask = {}): Promise<T> {
  return json<T>(await send('POST', path, body, ask))
}

/** A deed, with the tag of the state that it made. */
export async function postHeld<T>(path: string, body: unknown, ask: Ask): Promise<Held<T>> {
  const answer = await send('POST', path, body, ask)
  return { value: await json<T>(answer), tag: answer.headers.get('ETag') ?? '' }
}

/** A file as it is: the body of the request. */
export async function sendFile<T>(path: string, file: Blob, ask: Ask = {}): Promise<T> {
  return json<T>(await send('POST', path, file, ask))
}

export async function put<T>(path: string, body: unknown, ask: Ask = {}): Promise<T> {
  return json<T>(await send('PUT', path, body, ask))
}

export async function patch<T>(path: string, body: unknown, ask: Ask = {}): Promise<T> {
  return json<T>(await send('PATCH', path, body, ask))
}

export async function remove<T>(path: string, ask: Ask = {}): Promise<T> {
  return json<T>(await send('DELETE', path, undefined, ask))
}

/** A thing with the tag of the state in which it was read; a change sends the tag along. */
export interface Held<T> {
  value: T
  tag: string
}

export async function getHeld<T>(path: string, query: Query = {}, ask: Ask = {}): Promise<Held<T>> {
  const answer = await send('GET', address(path, query), undefined, ask)
  return { value: await json<T>(answer), tag: answer.headers.get('ETag') ?? '' }
}

/** One page of a list, newest first; `next` is the cursor of the page after it. */
export interface Page<T> {
  items: T[]
  next?: string | null
}
