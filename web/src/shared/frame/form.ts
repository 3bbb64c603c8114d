import { computed, inject, provide, reactive, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { newKey, type Held, type Problem, type ProblemPlace } from '../http/client'
import { asProblem } from '../http/load'

export interface Sending {
  /** Send along with POST: a second try of the same deed is not a second deed. */
  key: string
  /** Send along with PUT and PATCH: the state that the change builds on. */
  tag: string
}

export interface FormPlan<V extends object, R> {
  /** The values at first: of a new thing, or of the thing as it was read. */
  start: V
  tag?: string
  send: (values: V, sending: Sending) => Promise<R>
  done?: (answer: R) => void
  /** The values as they are on the server now: needed to compare after somebody else's change. */
  reread?: () => Promise<Held<V>>
  /** Under this name what is typed survives leaving the page. Never for secrets. */
  draft?: string
}

/** What became of a change that was overtaken: mine, as typed here, and theirs. */
export interface Conflict<V> {
  theirs?: Held<V>
}

export interface Form<V extends object> {
  values: V
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  conflict: ShallowRef<Conflict<V> | undefined>
  /** True when what is typed differs from what was read. */
  changed: ComputedRef<boolean>
  /** True when the values were typed on an earlier visit. */
  restored: Ref<boolean>
  fields: Field[]
  submit: () => Promise<boolean>
  /** Back to what was read, without what was typed. */
  reset: () => void
  /** Reads the thing again beside what is typed. */
  compare: () => Promise<void>
  /** Drops what is typed and takes what the other one wrote. */
  takeTheirs: () => Promise<void>
  /** Keeps what is typed, to be saved over what the other one wrote. */
  keepMine: () => Promise<boolean>
}

export interface Field {
  place: string
  label: string
  id: string
}

const PLACE = Symbol('form') as InjectionKey<Form<object>>
const STORE = 'chengshu.form.'

function plain<V>(values: V): V {
  return JSON.parse(JSON.stringify(values)) as V
}

/** A form whose typed values are never lost, sent once, and never written over somebody else's change unseen. */
export function useForm<V extends object, R>(plan: FormPlan<V, R>): Form<V> {
  const values = reactive(plain(plan.start)) as V
  const base = shallowRef(plain(plan.start))
  const tag = ref(plan.tag ?? '')
  const busy = ref(false)
  const restored = ref(false)
  const problem = shallowRef<Problem>()
  const conflict = shallowRef<Conflict<V>>()
  const changed = computed(() => JSON.stringify(values) !== JSON.stringify(base.value))
  const store = plan.draft ? STORE + plan.draft : ''
  let last = { body: '', key: '' }

  function set(given: V): void {
    Object.assign(values, plain(given))
  }

  const kept = store ? sessionStorage.getItem(store) : null
  if (kept) {
    // With the state it was typed upon: what changed since then must not be overwritten unseen.
    const draft = JSON.parse(kept) as Held<V>
    set(draft.value)
    restored.value = changed.value
    if (restored.value) tag.value = draft.tag
  }
  if (store) {
    watch(values, () => {
      if (changed.value) sessionStorage.setItem(store, JSON.stringify({ value: values, tag: tag.value }))
      else sessionStorage.removeItem(store)
    })
  }

  function settle(held?: Held<V>): void {
    if (held) {
      base.value = plain(held.value)
      tag.value = held.tag
    }
    conflict.value = undefined
    problem.value = undefined
    restored.value = false
    if (store) sessionStorage.removeItem(store)
  }

  async function submit(): Promise<boolean> {
    if (busy.value) return false
    const body = JSON.stringify(values)
    if (last.body !== body || !problem.value?.unanswered) last = { body, key: newKey() }
    busy.value = true
    problem.value = undefined
    try {
      const answer = await plan.send(plain(values), { key: last.key, tag: tag.value })
      base.value = plain(values)
      settle()
      last = { body: '', key: '' }
      plan.done?.(answer)
      return true
    } catch (cause) {
      const found = asProblem(cause)
      if (found.overtaken) conflict.value = {}
      else problem.value = found
      return false
    } finally {
      busy.value = false
    }
  }

  async function read(): Promise<Held<V> | undefined> {
    busy.value = true
    try {
      return await plan.reread?.()
    } catch (cause) {
      problem.value = asProblem(cause)
      return undefined
    } finally {
      busy.value = false
    }
  }

  const form: Form<V> = {
    values,
    busy,
    problem,
    conflict,
    changed,
    restored,
    fields: reactive([]),
    submit,
    reset() {
      set(base.value)
      tag.value = plan.tag ?? ''
      settle()
    },
    async compare() {
      const theirs = await read()
      if (theirs) conflict.value = { theirs }
    },
    async takeTheirs() {
      const theirs = conflict.value?.theirs ?? (await read())
      if (!theirs) return
      set(theirs.value)
      settle(theirs)
    },
    async keepMine() {
      const theirs = conflict.value?.theirs ?? (await read())
      if (!theirs) return false
      tag.value = theirs.tag
      base.value = plain(theirs.value)
      conflict.value = undefined
      return submit()
    },
  }
  return form
}

export function provideForm(form: Form<object>): void {
  provide(PLACE, form)
}

/** The form around a field; a field outside of one has no faults to show. */
export function formAround(): Form<object> | undefined {
  return inject(PLACE, undefined)
}

/** Whether a fault at `found` belongs to the field at `place`: `grants` has `grants[1].area`. */
export function within(place: string, found: string): boolean {
  const inner = found.replace(/^(body|\$)\.?/, '').replace(/^\//, '').replaceAll('/', '.')
  return inner === place || inner.startsWith(`${place}.`) || inner.startsWith(`${place}[`) || place.startsWith(`${inner}.`)
}

export function faultsAt(problem: Problem | undefined, place: string): ProblemPlace[] {
  return (problem?.errors ?? []).filter((one) => within(place, one.place))
}
