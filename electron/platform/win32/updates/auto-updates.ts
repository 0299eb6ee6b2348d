/** Owns whether Windows installs updates by itself. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AutoUpdates } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { type UpdateSettings, updateSettings } from './update-settings.ts';

const words = messages('windows-auto-updates', {
  pauseHidden: 'This account may not see whether updates are paused.',
  pauseForm: 'Windows notes when a pause of updates ends in a form Greenroom doesn’t know.',
  untold: 'Windows didn’t say whether it installs updates by itself.',
});

const SERVICE_DISABLED = '4';

/** `AUOptions`: 2 ask before download, 3 before installation, 4 on a schedule, 7 (servers) as 3. 5 leaves it to others. */
const byPolicy: Readonly<Record<string, AutoUpdates['state']>> = { '2': 'asks', '3': 'asks', '4': 'on', '7': 'asks' };

/** `AutomaticUpdatesNotificationLevel`: 1 never, 2 and 3 ask, 4 on a schedule; 0 is "not configured" and says nothing. */
const byLevel: Readonly<Record<number, AutoUpdates['state']>> = { 1: 'off', 2: 'asks', 3: 'asks', 4: 'on' };

const settingOf = ({ service, policy, level }: UpdateSettings): AutoUpdates['state'] | undefined => {
  if (service === SERVICE_DISABLED || policy?.NoAutoUpdate === '1' || level === 1) return 'off';
  if (service === '') return undefined;
  return byPolicy[policy?.AUOptions ?? ''] ?? byLevel[level ?? 0];
};

const utc = (printed: string): IsoTime | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?$/.test(printed)) return undefined;
  const time = new Date(printed.endsWith('Z') ? printed : `${printed}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** Windows leaves the date of a pause behind when it is over, so it counts only while it lies ahead. */
const pauseIn = ({ hours, now }: UpdateSettings): IsoTime | undefined => {
  if (hours?.closed === true) throw new FactUnavailable('denied', words.pauseHidden);
  const printed = hours?.PauseUpdatesExpiryTime ?? '';
  if (printed === '') return undefined;
  const [until, time] = [utc(printed), utc(now)];
  if (until === undefined || time === undefined) throw new FactUnavailable('unreadable', words.pauseForm);
  return until > time ? until : undefined;
};

export const autoUpdates = reader<AutoUpdates>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const settings = await updateSettings(machine);
  const state = settingOf(settings);
  if (state === 'off') return known({ state }, 'Windows Update and its policies');
  const pausedUntil = pauseIn(settings);
  if (pausedUntil !== undefined) return known({ state: 'paused', pausedUntil }, 'Windows Update, its pause');
  if (state === undefined) throw new FactUnavailable('unreadable', words.untold);
  return known({ state }, 'Windows Update and its policies');
});
