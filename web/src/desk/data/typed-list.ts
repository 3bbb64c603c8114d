/** What was typed as a list: separated by lines, commas, semicolons of either width, or 、. */
export function listOf(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\n,，;；、]+/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ]
}
