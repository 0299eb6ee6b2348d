/** Tries how `npm start` tells a program that comes up from one that does not, with runtimes that end as real ones do. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { launch } from '../../../scripts/start/launch.ts';

let folder = '';
let said: MockInstance;
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockReturnValue();
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom launch ü-'));
});
afterEach(() => {
  said.mockRestore();
  rmSync(folder, { recursive: true });
});

const start = (script: string, limitMs = 20_000) => {
  const program = path.join(folder, 'electron');
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  return launch({ name: 'Electron', program, args: [], sandboxRemedy: 'Remedy.', limitMs });
};
const up = ': > "$GREENROOM_START_SIGN"';

describe.skipIf(process.platform === 'win32')('a runtime', () => {
  test.each([
    [
      'echo "FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly." >&2; kill -TRAP $$',
      'Electron could not start, because its sandbox cannot work here. Remedy.',
    ],
    [
      'echo "[1:ERROR] No usable sandbox! If you are running on Ubuntu 23.10+" >&2; exit 1',
      'Electron could not start, because its sandbox cannot work here. Remedy.',
    ],
    [
      'echo "ERROR:ozone_platform_x11.cc(240)] Missing X server or $DISPLAY" >&2; exit 1',
      'Electron could not start, because the display refuses it. Start it from the session that the display belongs to.',
    ],
    [
      'echo "$0: error while loading shared libraries: libgbm.so.1: cannot open shared object file" >&2; exit 127',
      'Electron could not start, because libgbm.so.1 is missing. Install the package of your system that holds it.',
    ],
    [
      'echo "Running as root without --no-sandbox is not supported." >&2; exit 1',
      'Electron does not start as root. Start it from an ordinary account.',
    ],
    [
      'echo noise >&2; echo "the last words" >&2; exit 3',
      'Electron ended before its window was there (exit code 3): the last words',
    ],
    ['kill -SEGV $$', 'Electron ended before its window was there (SIGSEGV).'],
    // An empty or cut-off program ends like this, without a word.
    ['exit 0', 'Electron ended before its window was there (exit code 0).'],
  ])('that ends by “%s” is told in one sentence', async (script, why) => {
    expect(await start(`#!/bin/sh\n${script}\n`)).toEqual({ up: false, why });
  });

  test('that is no program is told so', async () => {
    expect(await start('\x7fELF cut off')).toEqual({
      up: false,
      why: 'Electron could not start: it is no program that runs here.',
    });
  });

  test('that shows nothing within its time is ended, with what it started', async () => {
    const pid = path.join(folder, 'pid');
    const hanging = await start(`#!/bin/sh\ntrap '' TERM\necho $$ > '${pid}'\nwhile :; do sleep 1; done\n`, 300);
    expect(hanging).toEqual({ up: false, why: 'Electron showed no window within 0.3 seconds.' });
  });

  test('that comes up is left alone however it ends afterwards', async () => {
    expect(await start(`#!/bin/sh\n${up}\nexit 7\n`)).toEqual({ up: true, code: 7 });
    expect(await start(`#!/bin/sh\n${up}\nkill -TRAP $$\n`)).toEqual({ up: true, code: 133 });
    expect(said).toHaveBeenCalledExactlyOnceWith(
      'Electron was ended by SIGTRAP. “npm start -- check” gives the report in the terminal.',
    );
    expect(await start(`#!/bin/sh\n${up}\nsleep 0.6\nexit 5\n`, 300)).toEqual({ up: true, code: 5 });
  });
});
