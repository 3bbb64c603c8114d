import { computed, ref, shallowRef } from 'vue'
import { core, type CityView, type Me } from './api/core'
import { Problem } from './http/client'

const me = shallowRef<Me>()
const city = shallowRef<CityView>()
const asked = ref(false)

export const viewer = computed(() => me.value)
export const theCity = computed(() => city.value)

/** The city's zone; until the server has told it, the browser's. */
export const zone = computed(
  () => city.value?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
)

export async function loadCity(): Promise<void> {
  city.value ??= await core.city().catch(() => undefined)
}

/** Who is signed in; asks the server once. */
export async function knowViewer(): Promise<Me | undefined> {
  if (me.value || asked.value) return me.value
  try {
    me.value = await core.me()
    asked.value = true
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 401) throw cause
    asked.value = true
  }
  return me.value
}

/** Asks again who is there: after something about the account has changed. */
export async function knowAgain(): Promise<Me | undefined> {
  asked.value = false
  me.value = undefined
  return knowViewer()
}

export async function signIn(name: string, password: string): Promise<void> {
  await core.login(name, password)
  await knowAgain()
}

export async function signOut(): Promise<void> {
  await core.logout().catch(() => undefined)
  forgetViewer()
}

export function forgetViewer(): void {
  me.value = undefined
  asked.value = true
}

/** `*` grants everything, `alarm:*` everything of a module. */
export function grants(permissions: readonly string[], wanted: string): boolean {
  const module = wanted.split(':')[0]
  return permissions.some((one) => one === '*' || one === wanted || one === `${module}:*`)
}

export function may(permission: string): boolean {
  return grants(me.value?.permissions ?? [], permission)
}
