/** The start at login on Linux, on a real disk: what is written is what a desktop reads, and what it says is what is told. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AutostartPlace,
  execArgument,
  readAutostart,
  writeAutostart,
} from '../../../electron/engine/background/autostart.ts';

let home = '';
let place: AutostartPlace;
let file = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'greenroom-autostart-'));
  place = { host: { home, variables: {} }, program: '/opt/Greenroom/greenroom', systemFolder: path.join(home, 'etc') };
  file = path.join(home, '.config/autostart/greenroom.desktop');
});
afterEach(() => rmSync(home, { recursive: true }));

const state = async () => (await readAutostart(place)).state;
const forEverybody = (text: string): void => {
  mkdirSync(path.join(home, 'etc'), { recursive: true });
  writeFileSync(path.join(home, 'etc/greenroom.desktop'), text);
};

describe('start at login', () => {
  test('is set, read back and taken away without a trace', async () => {
    expect(await state()).toBe('off');
    await writeAutostart(place, true);
    expect(await state()).toBe('on');
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Greenroom/greenroom" --hidden\n');
    await writeAutostart(place, false);
    expect(await state()).toBe('off');
  });

  test('goes into the folder that the desktop reads', async () => {
    const config = path.join(home, 'elsewhere');
    const elsewhere = { ...place, host: { home, variables: { XDG_CONFIG_HOME: config } } };
    await writeAutostart(elsewhere, true);
    expect(readFileSync(path.join(config, 'autostart/greenroom.desktop'), 'utf8')).toContain('[Desktop Entry]');
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is told as off where the desktop has put %s',
    async (line) => {
      await writeAutostart(place, true);
      const text = readFileSync(file, 'utf8').replace('X-GNOME-Autostart-enabled=true', line);
      writeFileSync(file, text);
      expect(await readAutostart(place)).toMatchObject({
        state: 'blocked',
        sentence: expect.stringContaining('desktop'),
      });
    },
  );

  test('of another copy of the program is not taken for its own', async () => {
    await writeAutostart({ ...place, program: '/home/me/old/greenroom' }, true);
    expect(await state()).toBe('blocked');
    await writeAutostart(place, true);
    expect(await state()).toBe('on');
  });

  test('for everybody is told, and the person’s own wish goes before it', async () => {
    forEverybody('[Desktop Entry]\nType=Application\nName=Greenroom\nExec=/opt/Greenroom/greenroom --hidden\n');
    expect(await state()).toBe('on');
    await writeAutostart(place, false);
    expect(await state()).toBe('blocked');
    await writeAutostart(place, true);
    expect(await state()).toBe('on');
  });

  test('keys of other groups and lines that are none do not count', async () => {
    await writeAutostart(place, true);
    writeFileSync(file, `${readFileSync(file, 'utf8')}# Hidden=true\n[Desktop Action x]\nHidden=true\n`);
    expect(await state()).toBe('on');
  });
});

test.each([
  ['/opt/My Programs/greenroom', '"/opt/My Programs/greenroom"'],
  ['/opt/50%/greenroom', '"/opt/50%%/greenroom"'],
  ['/opt/$HOME`id`"x/greenroom', '"/opt/\\\\$HOME\\\\`id\\\\`\\\\"x/greenroom"'],
])('%s is one argument and runs nothing else', (program, written) => {
  expect(execArgument(program)).toBe(written);
});
