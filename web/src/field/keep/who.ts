import { computed, shallowRef } from 'vue'
import { core, type Me } from '@/shared/api/core'
import { Problem } from '@/shared/http/client'
import { grants } from '@/shared/session'

const STORE = 'chengshu.field.who'

function kept(): Me | undefined {
  try {
    return (JSON.parse(localStorage.getItem(STORE) ?? 'null') as Me | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Who works with this telephone: known also without a connection, until he signs out. */
export const who = shallowRef<Me | undefined>(kept())
/** The server has said that nobody is signed in; what is done meanwhile waits. */
export const signedOut = shallowRef(false)
export const owner = computed(() => who.value?.id ?? '')

function set(me: Me | undefined): void {
  who.value = me
  if (me) localStorage.setItem(STORE, JSON.stringify(me))
  else localStorage.removeItem(STORE)
}

/** Asks the server, if it can be asked. */
export async function knowWho(): Promise<void> {
  try {
    set(await core.me())
    signedOut.value = false
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 401) signedOut.value = true
  }
}

export async function enter(name: string, password: string): Promise<void> {
  await core.login(name, password)
  set(await core.me())
  signedOut.value = false
}

export async function leave(): Promise<void> {
  await core.logout().catch(() => undefined)
  set(undefined)
}

export function mayHere(permission: string): boolean {
  return grants(who.value?.permissions ?? [], permission)
}
