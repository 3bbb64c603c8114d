import { addWords } from '@/shared/i18n'
import { common } from '@/shared/i18n/common'
import { alarms } from './alarms'
import { cases } from './cases'
import { clocks } from './clocks'
import { dispatchWords } from './dispatch'
import { devices } from './devices'
import { know } from './know'
import { login } from './login'
import { manage } from './manage'
import { overview } from './overview'
import { shell } from './shell'
import { trace } from './trace'

export function addDeskWords(): void {
  addWords('common', common)
  addWords('shell', shell)
  addWords('login', login)
  addWords('overview', overview)
  addWords('alarms', alarms)
  addWords('cases', cases)
  addWords('clocks', clocks)
  addWords('devices', devices)
  addWords('dispatch', dispatchWords)
  addWords('know', know)
  addWords('manage', manage)
  addWords('trace', trace)
}
