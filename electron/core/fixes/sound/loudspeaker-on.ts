/** Owns the fix "turn the sound on". */
import { messages } from '../../messages/messages.ts';
import type { Fix } from '../fix.ts';
import { isHeard, onDarwin, onLinux } from './switch-on.ts';

const words = messages('fix-loudspeaker-on', {
  label: 'Turn the sound on',
  describe: 'Unmutes the loudspeaker in use, and turns it to 30 % if it was turned all the way down.',
  says: '{before, select, muted {Unmutes “{device}”.} silent {Turns “{device}” up to {level}.} other {Unmutes “{device}” and turns it up to {level}.}}',
  did: '{before, select, muted {Unmuted “{device}”.} silent {Turned “{device}” up to {level}.} other {Unmuted “{device}” and turned it up to {level}.}}',
});

const kind = { end: 'sink', percent: 30, says: words.says, did: words.did } as const;

export const loudspeakerOn: Fix = {
  id: 'loudspeaker-on',
  label: words.label,
  describe: words.describe,
  changes: 'setting',
  gate: 'any',
  seconds: { usual: 1, worst: 10 },
  lasts: 'stays',
  undo: 'restore',
  facts: ['sound'],
  proof: { fact: 'sound', holds: isHeard('loudspeakers') },
  ways: { linux: onLinux(kind), darwin: [onDarwin({ ...kind, part: 'loudspeakers', unnamed: 'Loudspeaker' })] },
};
