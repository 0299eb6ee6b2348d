import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { Installers } from '../../../../electron/core/facts/index.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { installers } from '../../../../electron/platform/linux/apps/installers.ts';
import { parseAttributes } from '../../../../electron/platform/linux/apps/origin-attributes.ts';
import { localMachine } from '../../../../electron/platform/machine/local.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';

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

const read = async (): Promise<Installers> => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const host = { platform: 'linux', home, variables: {} } as const;
  const fact = await installers.read(bind(localMachine({ host }), signal), builtInCatalogue);
  if (fact.state === 'unknown') throw new Error(english(fact.reason));
  return fact.value;
};

it('finds the newest installers in the folder that the desktop downloads to, and no other file', async () => {
  put('.config/user-dirs.dirs', 'x'.length);
  writeFileSync(path.join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Téléchargements"\n');
  put('Téléchargements/zoom_amd64.deb', 10);
  put('Téléchargements/slack-desktop-4.51.191-amd64.deb', 5);
  put('Téléchargements/zoom.pdf');
  put('Téléchargements/folder/zoom_amd64.deb');
  put('Downloads/discord-0.0.92.deb');
  symlinkSync('/dev/zero', path.join(home, 'Téléchargements/webex.deb'));
  mkdirSync(path.join(home, 'Téléchargements/teams-for-linux.deb'));
  const { files } = await read();
  expect(files.map(({ product, sizeBytes }) => [product, sizeBytes])).toEqual([
    ['slack', 1],
    ['zoom', 1],
  ]);
});

it('looks at the newest twenty of many, and at nothing where there is no such folder', async () => {
  expect(await read()).toEqual({ files: [], gaps: [] });
  for (let index = 0; index < 60; index += 1) put(`Downloads/zoom_${index}_amd64.deb`, index);
  const { files } = await read();
  expect(files).toHaveLength(20);
  expect(files[0]?.path).toMatch(/zoom_0_amd64\.deb$/);
});

it('takes nothing from an answer of another form', () => {
  expect([...parseAttributes('user.xdg.origin.url="https://zoom.us/"\n')]).toEqual([]);
  expect([...parseAttributes('# file: /a\nuser.xdg.origin.url=0x6874\n')]).toEqual([['/a', []]]);
  expect([...parseAttributes(`# file: /a\nuser.xdg.origin.url="${'\\'.repeat(1_000_000)}`)]).toEqual([['/a', []]]);
});
