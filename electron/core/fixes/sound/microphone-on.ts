/** Owns the fix "turn the microphone on". Its words say what that means, as a microphone that is on is heard. */
import { messages } from '../../messages/messages.ts';
import type { Fix } from '../fix.ts';
import { isHeard, onDarwin, onLinux } from './switch-on.ts';

const words = messages('fix-microphone-on', {
  label: 'Turn the microphone on',
  describe:
    'Unmutes the microphone in use, and turns it to 80 % if it was turned all the way down. Programs that record hear it from then on.',
  says: '{before, select, muted {Unmutes “{device}”. Every program that records hears it from then on.} silent {Turns “{device}” up to {level}. Every program that records hears it from then on.} other {Unmutes “{device}” and turns it up to {level}. Every program that records hears it from then on.}}',
  did: '{before, select, muted {Unmuted “{device}”.} silent {Turned “{device}” up to {level}.} other {Unmuted “{device}” and turned it up to {level}.}}',
});

const kind = { end: 'source', percent: 80, says: words.says, did: words.did } as const;

export const microphoneOn: Fix = {
  id: 'microphone-on',
  label: words.label,
  describe: words.describe,
  changes: 'setting',
  gate: 'quiet',
  seconds: { usual: 1, worst: 10 },
  lasts: 'stays',
  undo: 'restore',
  facts: ['sound'],
  proof: { fact: 'sound', holds: isHeard('microphones') },
  ways: { linux: onLinux(kind), darwin: [onDarwin({ ...kind, part: 'microphones', unnamed: 'Microphone' })] },
};
