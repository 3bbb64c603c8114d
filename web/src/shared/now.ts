import { ref } from 'vue'

/** The present, good to a few seconds: one clock for every relative time on the screen. */
export const now = ref(Date.now())

setInterval(() => (now.value = Date.now()), 5000)
