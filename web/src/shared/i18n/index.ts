import { computed, type ComputedRef } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'

export type Language = 'zh' | 'en'

/** A text in both languages, as the server sends it. */
export interface Text {
  zh: string
  en: string
}

/** The words of one part of the screens: each word in both languages. */
export interface Words<T> {
  zh: T
  en: T
}

const STORE = 'chengshu.language'

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORE)
  return stored === 'en' || stored === 'zh' ? stored : 'zh'
}

const messages: Record<Language, Record<string, unknown>> = { zh: {}, en: {} }

export const i18n = createI18n({
  legacy: false,
  locale: firstLanguage(),
  fallbackLocale: 'zh',
  messages: messages as never,
})

/** Adds the words of one part under its name. */
export function addWords(part: string, words: Words<object>): void {
  i18n.global.mergeLocaleMessage('zh', { [part]: words.zh })
  i18n.global.mergeLocaleMessage('en', { [part]: words.en })
}

export function language(): Language {
  return i18n.global.locale.value as Language
}

export function setLanguage(chosen: Language): void {
  i18n.global.locale.value = chosen
  localStorage.setItem(STORE, chosen)
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
}

/** A word outside of a component, in the language of this moment. */
export function wordOf(key: string): string {
  return (i18n.global as unknown as { t: (key: string) => string }).t(key)
}

export interface Tongue {
  t: (key: string, named?: Record<string, unknown>) => string
  /** True if there are words for this key. */
  te: (key: string) => boolean
  /** The text in the language of the screen. */
  tt: (text: Text | string | null | undefined) => string
  locale: ComputedRef<Language>
}

export function useWords(): Tongue {
  const { t, te, locale } = useI18n()
  return {
    t: (key, named) => t(key, named ?? {}),
    te: (key) => te(key),
    tt: (text) => {
      if (!text) return ''
      if (typeof text === 'string') return text
      return locale.value === 'en' ? text.en || text.zh : text.zh || text.en
    },
    locale: computed(() => locale.value as Language),
  }
}
