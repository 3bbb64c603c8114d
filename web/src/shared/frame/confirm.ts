import { shallowRef } from 'vue'

export interface Question {
  title: string
  /** What will happen, one sentence a line. */
  lines: string[]
  /** The word on the button that does it. */
  act: string
  danger?: boolean
  /** For what cannot be brought back: this has to be typed first. */
  typed?: string
}

interface Asked extends Question {
  answer: (yes: boolean) => void
}

export const asked = shallowRef<Asked>()

/** Says what will happen and waits for a yes or a no. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer(yes) {
        asked.value = undefined
        resolve(yes)
      },
    }
  })
}
