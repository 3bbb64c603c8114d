import { ElMessage } from 'element-plus'
import { h } from 'vue'
import { asProblem } from '../http/load'
import { wordOf } from '../i18n'

/** A short notice that something was done. */
export function tellDone(text: string): void {
  ElMessage.success(text)
}

/** A short notice that something could not be done, with the code. */
export function tellFault(cause: unknown): void {
  const problem = asProblem(cause)
  ElMessage.error(problem.code === 'NO_CONNECTION' ? wordOf('common.error.noConnection') : problem.line)
}

/** Something was done and can be taken back for ten seconds. */
export function tellUndo(text: string, undo: () => Promise<unknown>): void {
  const notice = ElMessage({
    type: 'success',
    duration: 10_000,
    showClose: true,
    message: h('span', [
      text,
      ' ',
      h(
        'button',
        {
          class: 'undo',
          type: 'button',
          onClick() {
            notice.close()
            undo().catch(tellFault)
          },
        },
        wordOf('common.undo'),
      ),
    ]),
  })
}
