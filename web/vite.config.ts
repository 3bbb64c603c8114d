import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.CHENGSHU_HTTP ?? 'http://127.0.0.1:8080'

/** As the node does: a page below the name of an entry is answered with that entry's file. */
const entries: Plugin = {
  name: 'entries',
  configureServer(development) {
    development.middlewares.use((request, _answer, next) => {
      if (/^\/resident(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/resident.html'
      next()
    })
  },
}

export default defineConfig({
  plugins: [vue(), entries],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // The server's content policy allows no data: scripts; small files stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // One entry per kind of screen; each further one is an HTML file beside this one.
      input: {
        desk: fileURLToPath(new URL('./index.html', import.meta.url)),
        resident: fileURLToPath(new URL('./resident.html', import.meta.url)),
      },
      output: {
        // The small parts that every page uses come as one file, not as thirty; an entry is in none, or another would start it.
        codeSplitting: {
          groups: [{ name: 'parts', test: /src[\\/]shared[\\/](ui|http|frame|format|api|trace)/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
})
