/** A number as it was given, however it is typed: `r 20261128 4` is `R-20261128-0004`. */
export function cleanNumber(typed: string): string {
  const found = /^R?\D*(\d{8})\D+(\d+)$/i.exec(typed.trim())
  return found ? `R-${found[1]}-${found[2]!.padStart(4, '0')}` : typed.trim().toUpperCase()
}

/** A code without the spaces with which it is read out. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

/** What residents may report, in the groups of the packs, both in their order. */
export function grouped<T extends { group: { zh: string } }>(services: T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of services) {
    const group = groups.get(one.group.zh) ?? []
    groups.set(one.group.zh, group)
    group.push(one)
  }
  return [...groups.values()]
}
