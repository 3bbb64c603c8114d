import type { Account, Grant } from '@/shared/api/access'
import type { Held } from '@/shared/http/client'

/** What the form of an account holds; empty means none. */
export interface AccountValues {
  displayName: string
  organisation: string
  grants: Grant[]
}

const full = (grant: Grant) => ({ role: grant.role, area: grant.area ?? '', organisation: grant.organisation ?? '' })

export function valuesOf(account: Account): AccountValues {
  return {
    displayName: account.displayName,
    organisation: account.organisation ?? '',
    grants: account.grants.map(full),
  }
}

export function heldValues(held: Held<Account>): Held<AccountValues> {
  return { value: valuesOf(held.value), tag: held.tag }
}

/** As the server takes grants: a line without a role is none, an empty place is left out. */
export function sentGrants(grants: Grant[]): Grant[] {
  return grants
    .filter((grant) => grant.role)
    .map((grant) => ({ role: grant.role, area: grant.area || undefined, organisation: grant.organisation || undefined }))
}
