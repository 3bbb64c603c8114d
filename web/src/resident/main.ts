import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import '@/shared/tokens.css'
import '@/shared/base.css'
import '@/shared/frame/forms.css'
import './resident.css'
import { createApp } from 'vue'
import { setDoorman } from '@/shared/http/client'
import { addWords, i18n, language, setLanguage } from '@/shared/i18n'
import { common } from '@/shared/i18n/common'
import { loadCity } from '@/shared/session'
import { showTheme } from '@/shared/theme'
import ResidentApp from './ResidentApp.vue'
import { router } from './router'
import './words'

addWords('common', common)
setLanguage(language())
showTheme()
setDoorman({ language })

void loadCity()
createApp(ResidentApp).use(i18n).use(router).mount('#app')
