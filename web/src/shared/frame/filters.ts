import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Filters that live in the address, so that a list can be sent to a colleague as it is seen. A
 * filter at its usual value is left out.
 */
export function useFilters<T extends Record<string, string>>(usual: T): T {
  const route = useRoute()
  const router = useRouter()
  const page = route.name
  const filters = reactive({ ...usual }) as T

  function readAddress(): void {
    for (const name of Object.keys(usual) as (keyof T & string)[]) {
      const given = route.query[name]
      filters[name] = (typeof given === 'string' ? given : usual[name]) as T[typeof name]
    }
  }

  readAddress()
  watch(
    () => route.query,
    () => {
      if (route.name === page) readAddress()
    },
  )
  watch(
    () => ({ ...filters }),
    (wanted) => {
      if (route.name !== page) return
      const query = { ...route.query }
      for (const [name, value] of Object.entries(wanted)) {
        if (value && value !== usual[name]) query[name] = value
        else delete query[name]
      }
      void router.replace({ query, params: route.params })
    },
  )
  return filters
}
