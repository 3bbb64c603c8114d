import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { caseKinds, type CaseKind } from '@/shared/api/reports'
import { useForm, type Form } from '@/shared/frame/form'
import { useLoad, type Loaded } from '@/shared/http/load'
import type { Carried } from '@/shared/report/outbox'
import { requireKind } from '@/shared/report/require'
import type { Sending } from '@/shared/report/sending'
import { bodyOf, emptyReport, type ReportValues } from '@/shared/report/values'
import { viewer, zone } from '@/shared/session'

export interface Reporting {
  form: Form<ReportValues>
  kinds: Loaded<{ items: CaseKind[] }>
  kind: ComputedRef<CaseKind | undefined>
  photos: ShallowRef<Blob[]>
  /** What became of it: taken, or kept in this browser until there is a connection. */
  filed: ShallowRef<Carried | undefined>
  /** What has still to be filled before it can be sent. */
  lacking: ComputedRef<boolean>
}

/** Somebody of the city types a report. */
export function useReporting(channel: string, sending: Sending): Reporting {
  const kinds = useLoad(() => caseKinds.list())
  const photos = shallowRef<Blob[]>([])
  const filed = shallowRef<Carried>()
  const owner = viewer.value?.id ?? ''

  const form = useForm<ReportValues, Carried>({
    start: emptyReport(channel),
    draft: `report.${channel}.${owner}`,
    send: async (values, { key }) => {
      requireKind(values)
      return sending.send({
        key,
        owner,
        door: 'desk',
        body: bodyOf(values, kindOf(values.kind), zone.value),
        words: values.description.trim().slice(0, 40) || (kindOf(values.kind)?.title.zh ?? values.kind),
        photos: photos.value,
        typedAt: Date.now(),
        refused: [],
      })
    },
    done: (carried) => (filed.value = carried),
  })

  function kindOf(id: string): CaseKind | undefined {
    return kinds.data.value?.items.find((one) => one.id === id)
  }

  return {
    form,
    kinds,
    kind: computed(() => kindOf(form.values.kind)),
    photos,
    filed,
    lacking: computed(() => !form.values.kind || (!form.values.description.trim() && !kindOf(form.values.kind)?.fields.length)),
  }
}
