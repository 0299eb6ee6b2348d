import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const standIn = fileURLToPath(new URL('test/doubles/electron/index.ts', import.meta.url));

/** Tests that need the built program, and with it a browser and a display. */
const built = ['test/e2e/**/*.test.ts', 'test/offline.test.ts'];
/** One folder a part: what needs drives, packages, installers, other accounts or other systems' programs. `npm run prove`. */
const proofs = ['test/prove/*/**/*.test.ts'];

/** Tests of the page's components, on a DOM without a browser. */
const components = ['test/renderer/**/*.test.{ts,tsx}'];

/** Project after project: a worker that changes between them would load the whole program again. */
export default defineConfig({
  resolve: { alias: { electron: standIn } },
  test: {
    // Vitest would leave one core idle. Many tests wait for a program or a browser most of the time.
    maxWorkers: availableParallelism(),
    // No test changes what another one imports.
    isolate: false,
    // Long enough for a busy machine: a test that passes ends as soon as it can.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A wait ends as soon as its condition holds; this is for machines that are busy.
    expect: { poll: { timeout: 120_000 } },
    // The stand-in opens nothing on the desktop while tests run.
    env: { GREENROOM_STAND_IN: 'recorded' },
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [...components, ...built, ...proofs] },
      },
      {
        extends: true,
        test: { name: 'components', include: components, environment: 'happy-dom', sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: built,
          globalSetup: ['test/e2e/global-setup.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      { extends: true, test: { name: 'prove', include: proofs, globalSetup: ['test/prove/global-setup.ts'] } },
    ],
  },
});
