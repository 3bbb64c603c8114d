import { addWords } from '@/shared/i18n'
import { entry } from './entry'
import { form } from './form'
import { imports } from './imports'
import { lists } from './lists'
import { map } from './map'
import { review } from './review'
import { search } from './search'
import { terms } from './terms'

for (const words of [entry, form, imports, lists, map, review, search, terms]) addWords('catalogue', words)
