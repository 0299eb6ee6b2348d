/** Owns whether a Linux desktop holds notifications back now. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { FocusMode } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { term } from '../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { desktopOf, gnomeSettings, kdeGroup, otherDesktop, switchOf } from '../desktop.ts';

const words = messages('linux-focus-mode', {
  xfce: 'Xfce didn’t say whether notifications are held back.',
});

/** `2027,11,22,9,30,0.5` as KDE writes a local time. */
const kdeTime = (text: string, utcOffsetMinutes: number): number => {
  const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0, second = 0] = text.split(',').map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, Math.floor(second)) - utcOffsetMinutes * 60_000;
};

const INHIBITED = [
  '--user',
  '--json=short',
  'get-property',
  'org.freedesktop.Notifications',
  '/org/freedesktop/Notifications',
  'org.freedesktop.Notifications',
  'Inhibited',
] as const;

/** Whatever holds notifications back: the person, a program, a shared or a mirrored screen. Older Plasma does not say. */
const isInhibited = async (machine: Machine): Promise<boolean> => {
  const result = await optional(machine.run('/usr/bin/busctl', INHIBITED, { timeoutMs: 3_000 }));
  return /^\s*\{\s*"type"\s*:\s*"b"\s*,\s*"data"\s*:\s*true/.test(result?.code === 0 ? result.stdout : '');
};

export const focusMode = reader<FocusMode>(5_000, async (machine) => {
  const desktop = desktopOf(machine);
  if (desktop === 'gnome') {
    const name = 'org.gnome.desktop.notifications show-banners';
    return known({ on: !switchOf(await gnomeSettings(machine), name) }, `gsettings ${name}`);
  }
  if (desktop === 'kde') {
    // Plasma keeps no switch: notifications are held back until a time, which is a year away for "until I turn it off".
    const settings = await kdeGroup(machine, 'plasmanotifyrc', 'DoNotDisturb');
    const until = settings.get('Until');
    const time = until === undefined || until === '' ? 0 : kdeTime(until, machine.host.utcOffsetMinutes);
    if (Number.isNaN(time)) throw new FactUnavailable('unreadable', reasons.form({ what: term('plasmanotifyrc') }));
    if (time > Date.now()) return known({ on: true }, 'plasmanotifyrc');
    const isShared = /^(?:false|off|no|0)$/i.test(settings.get('WhenScreenSharing') ?? '');
    const whileSharing = isShared ? ({ shownWhileSharing: true } as const) : {};
    return known({ on: await isInhibited(machine), ...whileSharing }, 'plasmanotifyrc, busctl Inhibited');
  }
  if (desktop === 'xfce') {
    const args = ['-c', 'xfce4-notifyd', '-p', '/do-not-disturb'];
    const { code, stdout } = await runRequired(machine, '/usr/bin/xfconf-query', args, { timeoutMs: 3_000 });
    const value = code === 0 ? stdout.trim() : '';
    if (value !== 'true' && value !== 'false') throw new FactUnavailable('unreadable', words.xfce);
    return known({ on: value === 'true' }, 'xfconf-query xfce4-notifyd');
  }
  throw otherDesktop();
});
