import { computed, shallowRef, type ComputedRef } from 'vue'
import { trees, type TreeName, type TreeNode } from '@/shared/api/trees'
import { useLoad, type Loaded } from '@/shared/http/load'
import { renewTrees } from '../../../books'
import { byParent } from './rows'

export interface TreeBook {
  load: Loaded<TreeNode[]>
  nodes: ComputedRef<TreeNode[]>
  byCode: ComputedRef<Map<string, TreeNode>>
  childrenOf: (code: string | null) => TreeNode[]
  /** How many nodes lie below. */
  below: (node: TreeNode) => number
  /** From the top down to the node itself. */
  lineOf: (code: string) => TreeNode[]
  reload: () => Promise<void>
}

export function useTree(tree: () => TreeName): TreeBook {
  const load = useLoad(() => trees.list(tree()), [tree])
  const nodes = computed(() => load.data.value ?? [])
  const byCode = computed(() => new Map(nodes.value.map((one) => [one.code, one])))
  const children = computed(() => byParent(nodes.value))
  return {
    load,
    nodes,
    byCode,
    childrenOf: (code) => children.value.get(code) ?? [],
    below: (node) => nodes.value.filter((one) => one.path !== node.path && one.path.startsWith(node.path)).length,
    lineOf(code) {
      const line: TreeNode[] = []
      let at = byCode.value.get(code)
      while (at) {
        line.unshift(at)
        at = at.parent ? byCode.value.get(at.parent) : undefined
      }
      return line
    },
    async reload() {
      await Promise.all([load.reload(), renewTrees()])
    },
  }
}

/** What is unfolded, kept while the page is left. */
export const unfolded = shallowRef<ReadonlySet<string>>(new Set())
