import { computed, shallowRef } from 'vue'
import { access, type Grant, type Permission, type Role } from '@/shared/api/access'
import { useWords } from '@/shared/i18n'
import { useNames } from '../../books'

const roles = shallowRef<Role[]>([])
const permissions = shallowRef<Permission[]>([])

/** Roles and permissions for the pages about people; read again whenever a page opens or changes them. */
export async function readRoles(): Promise<void> {
  roles.value = await access.roles().catch(() => roles.value)
}

async function readPermissions(): Promise<void> {
  if (!permissions.value.length) permissions.value = await access.permissions().catch(() => [])
}

export function useRoleNames() {
  const { t, tt } = useWords()
  const names = useNames()
  void readRoles()
  void readPermissions()
  const byId = computed(() => new Map(roles.value.map((role) => [role.id, role])))
  const byName = computed(() => new Map(permissions.value.map((one) => [one.name, one])))
  const role = (id: string) => tt(byId.value.get(id)?.title) || id
  return {
    roles: computed(() => roles.value),
    permissions: computed(() => permissions.value),
    role,
    /** What a permission allows, in plain words; `*` and `alarm:*` too. */
    permission: (name: string) => {
      if (name === '*') return t('people.everything')
      if (name.endsWith(':*')) return t('people.wholeModule', { module: t(`people.modules.${name.slice(0, -2)}`) })
      return tt(byName.value.get(name)?.title) || name
    },
    /** A grant in one phrase: duty officer, east district. */
    grant: (grant: Grant) =>
      [role(grant.role), grant.area ? names.areaOf(grant.area) : t('people.wholeCity'), names.office(grant.organisation)]
        .filter(Boolean)
        .join(' · '),
  }
}
