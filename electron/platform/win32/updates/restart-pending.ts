/** Owns whether Windows waits for a restart, and the hours in which it promises none. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RestartPending } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { type UpdateSettings, updateSettings } from './update-settings.ts';

const words = messages('windows-restart', {
  untold: 'Windows Update didn’t say whether it waits for a restart.',
});

type Hours = Pick<NonNullable<RestartPending['activeHours']>, 'from' | 'to'>;

const hoursIn = (from: string, to: string): Hours | undefined => {
  const isHour = (text: string): boolean => /^(?:1?\d|2[0-3])$/.test(text);
  return isHour(from) && isHour(to) ? { from: Number(from), to: Number(to) } : undefined;
};

/** The organisation's hours come first. Hours that Windows moves by itself promise nothing for a certain time. */
const activeHours = ({ hours, hoursPolicy }: UpdateSettings): Hours | undefined => {
  if (hoursPolicy?.SetActiveHours === '1') return hoursIn(hoursPolicy.ActiveHoursStart, hoursPolicy.ActiveHoursEnd);
  if (hours === null || hours.SmartActiveHoursState === '1') return undefined;
  return hoursIn(hours.ActiveHoursStart, hours.ActiveHoursEnd);
};

export const restartPending = reader<RestartPending>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const settings = await updateSettings(machine);
  const { pending, pendingUpdate, pendingPart } = settings;
  const reasons = [
    ...(pending === true || (pendingUpdate !== null && pendingUpdate !== false) ? ['Windows updates'] : []),
    ...(pendingPart === null || pendingPart === false ? [] : ['parts of Windows']),
  ];
  // One sign is enough for a yes; a no needs all of them.
  if (reasons.length === 0 && (pending === null || pendingUpdate === false || pendingPart === false))
    throw new FactUnavailable('unreadable', words.untold);
  const hours = activeHours(settings);
  return known(
    {
      pending: reasons.length > 0,
      reasons,
      ...(hours === undefined ? {} : { activeHours: { ...hours, utcOffsetMinutes: machine.host.utcOffsetMinutes } }),
    },
    'Windows Update and the registry',
  );
});
