/** Owns whether Windows sets its clock by itself, and when it last did. */
import * as v from 'valibot';
import { FactUnavailable, known } from '../../core/facts/fact.ts';
import type { Clock } from '../../core/facts/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { reader } from '../reader.ts';
import { fromFileTime } from './file-time.ts';
import { section, text } from './section.ts';

const schema = v.object({ type: text, sample: text, start: text });

const words = messages('windows-clock', { unsaid: 'Windows didn’t say how the clock is set.' });

const DISABLED = '4';

/** Windows sets its clock about once a week, and starts the service for it when it is due. */
export const clock = reader<Clock>(15_000, async (machine) => {
  const { type, sample, start } = await section(machine, 'clock', schema);
  if (type === '' && start === '') throw new FactUnavailable('unreadable', words.unsaid);
  const isOff = /^nosync$/i.test(type) || start === DISABLED;
  const isOn = /^(?:ntp|nt5ds|allsync)$/i.test(type);
  // "134088123456789012;time.windows.com,0x9"
  const setAt = fromFileTime(/^(\d{1,19});/.exec(sample)?.[1] ?? '') ?? null;
  return known({ isSetByItself: isOff ? false : isOn ? true : null, setAt }, 'W32Time in the registry');
});
