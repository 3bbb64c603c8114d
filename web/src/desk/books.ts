import { computed, shallowRef, type ComputedRef } from 'vue'
import { core, type Area, type Organisation } from '@/shared/api/core'
import { sense, type Product } from '@/shared/api/sense'
import { useWords } from '@/shared/i18n'
import { may } from '@/shared/session'

/** Lists that hardly change, read once for all pages. A book that cannot be read stays empty. */
function book<T>(read: () => Promise<T[]>) {
  const items = shallowRef<T[]>([])
  const shown = computed(() => items.value)
  let asked: Promise<void> | undefined
  const ask = () =>
    read().then(
      (answer) => {
        items.value = answer
      },
      () => {
        asked = undefined
      },
    )
  const use = (): ComputedRef<T[]> => {
    asked ??= ask()
    return shown
  }
  /** Reads it again if it was ever read. */
  use.renew = async (): Promise<void> => {
    if (asked) await (asked = ask())
  }
  return use
}

export const useAreas = book<Area>(() => core.areas(false))
export const useBoundaries = book<Area>(() => core.areas(true))
export const useOrganisations = book<Organisation>(() => core.organisations())
/** After a change of a tree: what was read of it is read again. */
export async function renewTrees(): Promise<void> {
  await Promise.all([useAreas.renew(), useBoundaries.renew(), useOrganisations.renew()])
}

export const useProducts = book<Product>(async () => (may('sense:read') ? sense.products() : []))

const areasByPath = computed(() => new Map(useAreas().value.map((area) => [area.path, area])))
const areasByCode = computed(() => new Map(useAreas().value.map((area) => [area.code, area])))
const offices = computed(() => new Map(useOrganisations().value.map((one) => [one.code, one])))
const products = computed(() => new Map(useProducts().value.map((one) => [one.id, one])))

/** What codes and paths are called. */
export function useNames() {
  const { tt } = useWords()
  return {
    areas: useAreas(),
    organisations: useOrganisations(),
    products: useProducts(),
    /** The name of the area at a path; empty for the whole city. */
    areaAt: (path: string) => tt(areasByPath.value.get(path)?.name),
    /** The path of an area by its code; undefined when it is not known. */
    pathOf: (code: string) => areasByCode.value.get(code)?.path,
    areaOf: (code: string) => tt(areasByCode.value.get(code)?.name) || code,
    office: (code: string | null | undefined) => (code ? tt(offices.value.get(code)?.name) || code : ''),
    product: (id: string) => tt(products.value.get(id)?.title) || id,
    productOf: (id: string) => products.value.get(id),
  }
}
