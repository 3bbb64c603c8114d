import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-message.css'
import '@/shared/tokens.css'
import '@/shared/base.css'
import './list.css'
import './pages.css'
import '@/shared/frame/forms.css'
import { createApp } from 'vue'
import { setDoorman } from '@/shared/http/client'
import { i18n, language, setLanguage } from '@/shared/i18n'
import { forgetViewer, loadCity } from '@/shared/session'
import { showTheme } from '@/shared/theme'
import App from './App.vue'
import { router } from './router'
import { addDeskWords } from './words'

addDeskWords()
setLanguage(language())
showTheme()

setDoorman({
  language,
  onSignedOut() {
    forgetViewer()
    const here = router.currentRoute.value
    if (here.name !== 'login') void router.replace({ name: 'login', query: { next: here.fullPath } })
  },
})

void loadCity()
createApp(App).use(i18n).use(router).mount('#app')
