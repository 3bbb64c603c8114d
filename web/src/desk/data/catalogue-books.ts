import { computed, shallowRef } from 'vue'
import { catalogue, type CatalogueClass } from '@/shared/api/catalogue'
import { useWords } from '@/shared/i18n'

const classes = shallowRef<CatalogueClass[]>([])
let asked: Promise<void> | undefined

/** The class scheme, read once. */
export function useClasses() {
  const { tt } = useWords()
  asked ??= catalogue.classes().then(
    (all) => {
      classes.value = all
    },
    () => {
      asked = undefined
    },
  )
  const byCode = computed(() => new Map(classes.value.map((one) => [one.code, one])))
  /** The class with all above it. */
  function path(code: string): string {
    const words: string[] = []
    for (let one = byCode.value.get(code); one; one = byCode.value.get(one.parent ?? '')) words.unshift(tt(one.title))
    return words.join(' › ') || code
  }
  return { classes, path }
}
