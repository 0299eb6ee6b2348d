import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { cameraWorkers } from './scripts/camera/workers.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Node's ways to the network. Greenroom makes no request but for a catalogue or a calendar whose address a person named,
 * and to the makers of installed apps when a person says “Update list”: one file can ask, and only the doors may load it.
 * Another opens connections to a meeting service that a person or a policy named, and says nothing in them. What a library has of such ways is left out of the program.
 */
const network = /^(?:node:)?_?(?:https?|http2|net|tls|dgram|dns|inspector)(?:[_/].*)?$/;
const external = [
  'electron',
  ...builtinModules.filter((name) => !network.test(name)).flatMap((name) => [name, `node:${name}`]),
];
const doors = ['fetch-catalogue', 'fetch-calendar', 'fetch-feed'].map((name) =>
  here(`electron/engine/network/${name}.ts`),
);
const withoutNetwork: Plugin = {
  name: 'without-network',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.endsWith('/https-text.ts') && !doors.includes(importer ?? ''))
      return this.error(`Only ${doors.join(' and ')} may ask the network, but ${importer} imports "${id}".`);
    if (!network.test(id)) return null;
    if (importer?.includes('/node_modules/')) return '\0no-network';
    if (id === 'node:https' && importer === here('electron/engine/network/https-text.ts'))
      return { id, external: true };
    if (/^node:(?:net|tls)$/.test(id) && importer === here('electron/engine/network/try-connection.ts'))
      return { id, external: true };
    return this.error(`Greenroom makes no network request, but ${importer} imports "${id}".`);
  },
  load: (id) => (id === '\0no-network' ? 'export default undefined;' : null),
};

/** `SOURCE_DATE_EPOCH`, in seconds, makes two builds of one source the same. */
const builtOn = new Date(process.env.SOURCE_DATE_EPOCH ? Number(process.env.SOURCE_DATE_EPOCH) * 1000 : Date.now())
  .toISOString()
  .slice(0, 10);

/**
 * Three environments, one build (`vite build --app`): the main process and command line (ESM on Node), the preload
 * (one CommonJS file, as a sandboxed preload must be) and the page.
 */
export default defineConfig({
  root: here('renderer'),
  base: './',
  plugins: [react(), withoutNetwork],
  worker: cameraWorkers,
  build: {
    emptyOutDir: true,
    reportCompressedSize: false,
    // How long plugins take says how busy the computer is, not that anything is wrong.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  environments: {
    client: {
      build: {
        outDir: here('dist/renderer'),
        target: 'chrome140',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        license: { fileName: 'licences.md' },
      },
    },
    main: {
      consumer: 'server',
      define: { GREENROOM_BUILT_ON: JSON.stringify(builtOn) },
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: here('dist/main'),
        target: 'node20',
        ssr: true,
        minify: true,
        license: { fileName: 'licences.md' },
        rolldownOptions: {
          input: {
            index: here('electron/main/index.ts'),
            cli: here('electron/cli/main.ts'),
            'batch-worker': here('electron/cli/inspect/batch-worker.ts'),
            reader: here('electron/platform/machine/places/reader-main.ts'),
            'system-information': here('electron/platform/machine/systeminformation-main.ts'),
            'inspect-worker': here('electron/main/invitations/inspect-worker.ts'),
            'terminal-inspect-worker': here('electron/cli/inspect/inspect-limited-worker.ts'),
            'calendar-worker': here('electron/engine/calendars/calendar-worker.ts'),
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: here('dist/preload'),
        target: 'chrome140',
        ssr: true,
        rolldownOptions: {
          input: { index: here('electron/preload/index.ts') },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
});
