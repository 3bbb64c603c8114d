import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.CHENGSHU_HTTP ?? 'http://127.0.0.1:8080'

/** As the node does: a page below the name of an entry is answered with that entry's file. */
const entries: Plugin = {
  name: 'entries',
  configureServer(development) {
    development.middlewares.use((request, _answer, next) => {
      const entry = /^\/(resident|field)(\/[^.]*)?(\?|$)/.exec(request.url ?? '')?.[1]
      if (entry) request.url = `/${entry}.html`
      next()
    })
  },
}

/** Writes into the worker of the street's entry which files that entry needs, to be kept for the tunnel. */
const shell: Plugin = {
  name: 'shell',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === WORKER)
      const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.name === 'field')
      if (worker?.type !== 'chunk' || entry?.type !== 'chunk') throw new Error('the entry of the street or its worker is missing')
      const found = new Set<string>()
      const visit = (name: string): void => {
        const chunk = bundle[name]
        if (found.has(name) || chunk?.type !== 'chunk') return
        found.add(name)
        chunk.viteMetadata?.importedCss.forEach((file) => found.add(file))
        chunk.viteMetadata?.importedAssets.forEach((file) => found.add(file))
        ;[...chunk.imports, ...chunk.dynamicImports].forEach(visit)
      }
      visit(entry.fileName)
      const files = [...found].sort().map((file) => `/${file}`)
      if (!worker.code.includes('__SHELL__')) throw new Error('the worker has no place for its files')
      worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify([...files, '/field-manifest.json', '/field.svg', '/icon.svg']))
    },
  },
}

const WORKER = 'field-worker'

export default defineConfig({
  plugins: [vue(), entries, shell],
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
        field: fileURLToPath(new URL('./field.html', import.meta.url)),
        [WORKER]: fileURLToPath(new URL('./src/field/worker.ts', import.meta.url)),
      },
      output: {
        // A worker rules what lies beside and below it, so it lies at the top, always under one name.
        entryFileNames: (chunk) => (chunk.name === WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
        // The small parts that every page uses come as one file, not as thirty; an entry is in none, or another would start it.
        codeSplitting: {
          groups: [{ name: 'parts', test: /src[\\/]shared[\\/](ui|http|frame|format|api|trace)/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
})
