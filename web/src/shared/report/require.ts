import { Problem } from '../http/client'
import { language } from '../i18n'
import type { ReportValues } from './values'

/** Without a kind nothing can be sent, nor kept to be sent later: told at its field at once. */
export function requireKind(values: ReportValues): void {
  if (values.kind) return
  const choose = { zh: '请选择类型', en: 'Choose a kind' }
  throw new Problem(400, 'CASE_REPORT_WRONG', language() === 'en' ? choose.en : choose.zh, '', [
    { place: '/kind', detail: choose.en, detailZh: choose.zh },
  ])
}
