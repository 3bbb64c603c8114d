import { computed, shallowRef } from 'vue'
import { classify, type Category, type CategoryTree } from '@/shared/api/classify'
import { caseKinds, type CaseKind } from '@/shared/api/reports'
import { useWords } from '@/shared/i18n'
import type { CategoryChoice } from './matching'

const items = shallowRef<Category[]>([])
const trees = shallowRef<CategoryTree[]>([])
const kinds = shallowRef<CaseKind[]>([])
let asked: Promise<void> | undefined

async function read(): Promise<void> {
  const [categories, all, sorts] = await Promise.all([classify.categories(), classify.trees(), caseKinds.list()])
  items.value = categories
  trees.value = all
  kinds.value = sorts.items
}

const byCode = computed(() => new Map(items.value.map((one) => [one.code, one])))

/** The city's categories, read once; what they are called from the top down. */
export function useCategories() {
  const { tt } = useWords()
  asked ??= read().catch(() => {
    asked = undefined
  })

  function pathOf(one: Category): string {
    const names: string[] = []
    for (let at: Category | undefined = one; at; at = at.parent ? byCode.value.get(at.parent) : undefined) names.unshift(tt(at.name))
    return names.join(' / ')
  }

  const choices = computed<CategoryChoice[]>(() => {
    const titles = new Map(trees.value.map((one) => [one.id, tt(one.title)]))
    return items.value.map((one) => ({
      code: one.code,
      path: pathOf(one),
      name: tt(one.name),
      tree: titles.get(one.tree) ?? one.tree,
      of: one,
    }))
  })

  return {
    choices,
    kinds,
    find: (code: string) => choices.value.find((one) => one.code === code),
  }
}
