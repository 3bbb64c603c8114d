import { ref } from 'vue'

export type Theme = 'light' | 'dark'

const STORE = 'chengshu.theme'

function wished(): Theme {
  const stored = localStorage.getItem(STORE)
  if (stored === 'light' || stored === 'dark') return stored
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const theme = ref<Theme>(wished())

export function showTheme(): void {
  document.documentElement.dataset.theme = theme.value
}

export function setTheme(chosen: Theme): void {
  theme.value = chosen
  localStorage.setItem(STORE, chosen)
  showTheme()
}

/** The colour that a token has now, as canvas drawing needs it. */
export function tokenColour(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(--${token})`
  probe.hidden = true
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
