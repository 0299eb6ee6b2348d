/** Notifications held back by the real settings of GNOME and Xfce, on a session bus of its own. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyFix, type FixPlace } from '../../../electron/engine/fixes/apply-fix.ts';
import { putBackDue, undo } from '../../../electron/engine/fixes/put-back.ts';
import { proof, withoutTools } from '../proof.ts';
import { realPlace } from './fix-place.ts';

const gnomeTools = withoutTools(
  'dbus-daemon',
  'dconf-cli',
  'dconf-gsettings-backend',
  'gsettings-desktop-schemas',
  'libglib2.0-bin',
);

proof('Notifications held back', [gnomeTools, withoutTools('xfconf', 'libxfconf-0-3')], () => {
  let folder: string;
  let variables: Record<string, string>;
  let bus: ChildProcessByStdio<null, Readable, null>;

  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(`/usr/bin/${program}`, args, {
      env: { PATH: '/usr/bin:/bin', HOME: folder, ...variables },
      encoding: 'utf8',
    }).trim();
  const on = (desktop: string): FixPlace => realPlace(folder, { ...variables, XDG_CURRENT_DESKTOP: desktop });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-fix-quiet-'));
    const places = { XDG_RUNTIME_DIR: path.join(folder, 'run'), XDG_CONFIG_HOME: path.join(folder, 'config') };
    for (const one of Object.values(places)) mkdirSync(one, { mode: 0o700 });
    bus = spawn('/usr/bin/dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
      env: { PATH: '/usr/bin:/bin', HOME: folder, ...places },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [address] = (await once(bus.stdout.setEncoding('utf8'), 'data')) as [string];
    variables = { ...places, DBUS_SESSION_BUS_ADDRESS: address.trim() };
  }, 30_000);
  afterAll(async () => {
    const ended = once(bus, 'exit');
    bus.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const KEY = ['org.gnome.desktop.notifications', 'show-banners'] as const;
  const own = (): string => run('dconf', 'read', '/org/gnome/desktop/notifications/show-banners');

  test('GNOME: what was not set is not set again, what was set to true is', async () => {
    const place = on('GNOME');
    expect(own()).toBe('');
    expect(await applyFix('hold-notifications', place, null)).toMatchObject({ state: 'done' });
    expect(own()).toBe('false');
    expect(await undo('hold-notifications', place)).toMatchObject({ state: 'put-back' });
    expect(own()).toBe('');

    run('gsettings', 'set', ...KEY, 'true');
    expect(await applyFix('hold-notifications', place, null)).toMatchObject({ state: 'done' });
    const later = { ...place, clock: () => new Date(Date.now() + 5 * 3_600_000) };
    expect(await putBackDue(later)).toMatchObject([{ outcome: { state: 'put-back' } }]);
    expect(own()).toBe('true');
  }, 60_000);

  test('GNOME: turned on by hand during the call, it is the person’s', async () => {
    run('gsettings', 'reset', ...KEY);
    const place = on('GNOME');
    expect(await applyFix('hold-notifications', place, null)).toMatchObject({ state: 'done' });
    run('gsettings', 'set', ...KEY, 'true');
    expect(await undo('hold-notifications', place)).toMatchObject({ state: 'left' });
    expect(own()).toBe('true');
  }, 60_000);

  test('Xfce: a property that was not there is gone again', async () => {
    const place = on('XFCE');
    expect(await applyFix('hold-notifications', place, null)).toMatchObject({ state: 'done' });
    expect(run('xfconf-query', '-c', 'xfce4-notifyd', '-p', '/do-not-disturb')).toBe('true');
    expect(await undo('hold-notifications', place)).toMatchObject({ state: 'put-back' });
    expect(() => run('xfconf-query', '-c', 'xfce4-notifyd', '-p', '/do-not-disturb')).toThrow();
  }, 60_000);
});
