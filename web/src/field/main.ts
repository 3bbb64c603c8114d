import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import '@/shared/tokens.css'
import '@/shared/base.css'
import '@/shared/frame/forms.css'
import './field.css'
import { createApp } from 'vue'
import { setDoorman } from '@/shared/http/client'
import { addWords, i18n, language, setLanguage } from '@/shared/i18n'
import { common } from '@/shared/i18n/common'
import { loadCity } from '@/shared/session'
import { showTheme } from '@/shared/theme'
import FieldApp from './FieldApp.vue'
import { knowWho, signedOut } from './keep/who'
import { startSending } from './queue/use'
import { router } from './router'
import './words'

addWords('common', common)
setLanguage(language())
showTheme()
setDoorman({ language, onSignedOut: () => (signedOut.value = true) })

void loadCity()
void knowWho().then(startSending)
createApp(FieldApp).use(i18n).use(router).mount('#app')

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/field-worker.js', { scope: '/field/' }).catch(() => undefined)
}
