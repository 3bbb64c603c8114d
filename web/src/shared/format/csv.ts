type Cell = string | number | boolean | null | undefined

function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  // A text that a spreadsheet would take for a formula is made harmless.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvText(head: string[], rows: Cell[][]): string {
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** Hands a file to the browser, to be kept under this name. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Hands the table to the browser as a file that spreadsheets open as UTF-8. */
export function saveCsv(name: string, head: string[], rows: Cell[][]): void {
  saveFile(name, new Blob(['\ufeff', csvText(head, rows)], { type: 'text/csv' }))
}
