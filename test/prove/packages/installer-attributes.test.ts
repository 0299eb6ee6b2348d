/** Where a downloaded installer came from, as browsers note it at the file: with the real extended attributes. */

import { execFileSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Installers } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { installers } from '../../../electron/platform/linux/apps/installers.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'greenroom-downloads-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const put = (file: string, minutesAgo = 0): string => {
  const at = path.join(home, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, 'x');
  const time = Date.now() / 1000 - minutesAgo * 60;
  utimesSync(at, time, time);
  return at;
};

const tagged = (file: string, name: string, value: string): void => {
  const bytes = `0x${Buffer.from(value, 'utf8').toString('hex')}`;
  execFileSync('/usr/bin/setfattr', ['-n', name, '-v', bytes, file], { stdio: 'pipe' });
};
/** Not every file system keeps them. */
const withoutAttributes = (): string | undefined => {
  const file = path.join(tmpdir(), `greenroom-attribute-${process.pid}`);
  writeFileSync(file, '');
  try {
    tagged(file, 'user.xdg.origin.url', 'https://example.org/');
    return undefined;
  } catch {
    return 'it needs a file system with extended attributes';
  } finally {
    rmSync(file);
  }
};

const read = async (): Promise<Installers> => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const host = { platform: 'linux', home, variables: {} } as const;
  const fact = await installers.read(bind(localMachine({ host }), signal), builtInCatalogue);
  if (fact.state === 'unknown') throw new Error(english(fact.reason));
  return fact.value;
};

proof('the address noted at a file', [withoutLinux(), withoutTools('attr'), withoutAttributes()], () => {
  it('is read as curl, wget and KDE write it, and from nowhere else', async () => {
    const zoom = put('Downloads/zoom_amd64.deb');
    tagged(zoom, 'user.xdg.origin.url', 'https://zoom.us/client/latest/zoom_amd64.deb?token=abc');
    tagged(zoom, 'user.xdg.referrer.url', 'https://zoom.us/download');
    tagged(zoom, 'user.mime_type', 'application/octet-stream');
    put('Downloads/slack-desktop-4.51.191-amd64.deb', 1);
    expect((await read()).files.map(({ from }) => from)).toEqual([
      ['https://zoom.us/client/latest/zoom_amd64.deb?token=abc', 'https://zoom.us/download'],
      [],
    ]);
  });

  it('is read whole whatever its file is called and whatever stands in it', async () => {
    const odd = put('Downloads/zoom "1" \\012.deb');
    const text = 'https://exämple/\n# file: /etc/passwd\nuser.xdg.origin.url="https://zoom.us/"\u202e\\"';
    tagged(odd, 'user.xdg.origin.url', text);
    expect((await read()).files.map(({ from }) => from)).toEqual([[text]]);
  });
});
