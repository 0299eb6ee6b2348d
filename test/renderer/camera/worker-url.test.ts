/** Tries the one way to start a worker with addresses that are not ours. */
import { expect, test } from 'vitest';
import { startWorker } from '../../../renderer/camera/worker-url.ts';

test.each([
  'https://elsewhere.example/workers/mask.js',
  '/assets/index.js',
  '/workers/../assets/index.js',
  'blob:http://localhost/workers/x',
  'data:text/javascript,1',
])('%s is not started', (url) => {
  expect(() => startWorker(url)).toThrow('no worker of Greenroom');
});
