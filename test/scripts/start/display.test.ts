/** Tries whether a display that is only named is told from one that answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { whyNoDisplay } from '../../../scripts/start/display.ts';

/** A number that no server of a test machine has. */
const DEAD = ':6553';

test('only Linux can be without one', async () => {
  expect(await whyNoDisplay({}, 'linux')).toBe('There is no display.');
  expect(await whyNoDisplay({}, 'darwin')).toBeNull();
  expect(await whyNoDisplay({}, 'win32')).toBeNull();
});

test.each([DEAD, `unix${DEAD}.0`, '127.0.0.1:59535', 'no display at all', ':'])(
  'a display %j that nobody serves is none',
  async (name) => {
    expect(await whyNoDisplay({ DISPLAY: name }, 'linux')).toBe(`The display “${name}” does not answer.`);
  },
);

test.skipIf(process.platform === 'win32')('a compositor that answers is one, beside a dead X server too', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-display-'));
  const server = createServer();
  const socket = path.join(folder, 'wayland-0');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const env = { DISPLAY: DEAD, WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder };
  expect(await whyNoDisplay(env, 'linux')).toBeNull();
  expect(await whyNoDisplay({ WAYLAND_DISPLAY: socket }, 'linux')).toBeNull();
  await new Promise((resolve) => server.close(resolve));
  expect(await whyNoDisplay(env, 'linux')).toBe(`The display “${DEAD}” does not answer.`);
  rmSync(folder, { recursive: true });
});
