import type { IndicatorValue } from '@/shared/api/indicator'
import { useWords } from '@/shared/i18n'
import { useNames } from '../books'

/** What the thing that a value is about is called. */
export function useMemberNames(): (value: Pick<IndicatorValue, 'dimension'>) => string {
  const { t } = useWords()
  const names = useNames()
  return (value) => {
    const [about] = Object.entries(value.dimension)
    if (!about) return t('know.indicators.whole')
    const [field, member] = about
    if (field === 'area') return names.areaOf(member)
    if (field === 'department') return names.office(member)
    return member
  }
}
