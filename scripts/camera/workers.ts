/** Owns where the build puts the camera's workers and what they load: a folder that is served with a policy of its own. */
import type { UserConfig } from 'vite';

/** See `electron/main/window/page-headers.ts`. */
export const cameraWorkers: NonNullable<UserConfig['worker']> = {
  rolldownOptions: {
    // As for the program: how long plugins take says how busy the computer is.
    checks: { pluginTimings: false },
    output: { entryFileNames: 'workers/[name]-[hash].js', assetFileNames: 'workers/[name]-[hash][extname]' },
  },
};
