import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const standIn = fileURLToPath(new URL('test/doubles/electron/index.ts', import.meta.url));

/** Component tests name their DOM with `// @vitest-environment happy-dom`; everything else runs on plain Node. */
export default defineConfig({
  resolve: { alias: { electron: standIn } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: [],
    testTimeout: 30_000,
  },
});
