/** Owns whether a Mac asks for the password after it was left alone, and how soon. */

import { posix } from 'node:path';
import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ScreenLock } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { managedSettings } from '../managed-settings.ts';
import { dict, readPlist } from '../plist/read.ts';
import { displaySleepMinutes } from '../power/power.ts';

const words = messages('macos-lock', {
  untold: 'macOS didn’t say whether it asks for the password by itself.',
  differs: 'Your organisation requires a screen lock, but macOS says it’s off.',
});

const SYSADMINCTL = '/usr/sbin/sysadminctl';

export const saverSettings = dict({
  /** Seconds until the screen saver starts; 0 is never. */
  idleTime: v.optional(v.pipe(v.number(), v.minValue(0))),
  askForPassword: v.optional(v.union([v.boolean(), v.number()])),
});
type SaverSettings = v.InferOutput<typeof saverSettings>;

/** Settings of one account on this Mac carry the Mac's identity in their name. */
export const isSaverFile = (name: string): boolean => /^com\.apple\.screensaver\.[0-9A-Za-z-]{1,64}\.plist$/.test(name);
export const byHostFolder = (home: string): string => posix.join(home, 'Library/Preferences/ByHost');

/** The person's own settings; undefined when there are none, or those of several Macs. */
const ownSettings = async (machine: Machine): Promise<SaverSettings | undefined> => {
  const folder = byHostFolder(machine.host.home);
  const files = ((await machine.readDir(folder)) ?? []).filter(({ name }) => isSaverFile(name));
  const [file] = files;
  return file === undefined || files.length > 1
    ? undefined
    : readPlist(machine, posix.join(folder, file.name), saverSettings);
};

/** Seconds until the asking, or "off". macOS prints this where others print errors, behind the time of day. */
const delayOf = ({ stdout, stderr }: { stdout: string; stderr: string }): number | 'off' | undefined => {
  const told = /screenLock (?:is (off)|delay is (?:(immediate)|(-?\d{1,9})(?:\.\d{1,9})? seconds?))\b/.exec(
    `${stdout}\n${stderr}`,
  );
  if (told === null) return undefined;
  const [, off, immediate, seconds] = told;
  if (off !== undefined || Number(seconds) < 0) return 'off';
  return immediate === undefined ? Number(seconds) : 0;
};

export const screenLock = reader<ScreenLock>(10_000, async (machine) => {
  const [told, own, managed, display] = await Promise.all([
    runRequired(machine, SYSADMINCTL, ['-screenLock', 'status'], { timeoutMs: 5_000 }),
    optional(ownSettings(machine)),
    optional(managedSettings(machine, 'com.apple.screensaver', saverSettings)),
    optional(displaySleepMinutes(machine)),
  ]);
  const delay = told.code === null ? undefined : delayOf(told);
  if (delay === undefined) throw new FactUnavailable('unreadable', words.untold);
  const source = 'sysadminctl -screenLock status';
  const prescribed: SaverSettings = Object.assign({}, ...(managed ?? []));
  if (delay === 'off') {
    if (prescribed.askForPassword) throw new FactUnavailable('unreadable', words.differs);
    return known({ locks: false, idleSeconds: null, delaySeconds: null }, source);
  }
  // Whichever comes first counts, so that both must be seen.
  const saver = prescribed.idleTime ?? own?.idleTime;
  const times = managed === undefined ? [] : [saver, display === undefined ? undefined : display * 60];
  const set = times.flatMap((seconds) => (seconds === undefined || seconds === 0 ? [] : [seconds]));
  const idleSeconds = times.includes(undefined) || set.length === 0 ? null : Math.min(...set);
  return known({ locks: true, idleSeconds, delaySeconds: delay }, source);
});
