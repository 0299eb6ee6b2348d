import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const standIn = fileURLToPath(new URL('test/doubles/electron/index.ts', import.meta.url));

/** Tests that need the built program, and with it a browser and a display. */
const built = [
  'test/e2e/**/*.test.{ts,tsx}',
  'test/offline.test.ts',
  'test/packaging.test.ts',
  'test/installers.test.ts',
];

/** Component tests name their DOM with `// @vitest-environment happy-dom`; everything else runs on plain Node. */
export default defineConfig({
  resolve: { alias: { electron: standIn } },
  test: {
    // Long enough for a busy machine: a test that passes ends as soon as it can.
    testTimeout: 60_000,
    // A wait ends as soon as its condition holds; this is for machines that are busy.
    expect: { poll: { timeout: 10_000 } },
    // The stand-in opens nothing on the desktop while tests run.
    env: { GREENROOM_STAND_IN: 'recorded' },
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: built } },
      {
        extends: true,
        test: { name: 'built', include: built, globalSetup: ['test/e2e/global-setup.ts'], hookTimeout: 60_000 },
      },
    ],
  },
});
