/** Owns the settings of when Greenroom checks by itself. */
import { choice, flag, integerKey } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const scheduleSettings = defineSettings({
  id: 'schedule',
  title: 'When it checks',
  describe: 'Greenroom checks when it starts, when you come back to the computer, and when you ask.',
  policy: {
    quietMinutes: integerKey(
      45,
      'minutes',
      15,
      1440,
      'Time from one check to the next when nothing else asks for one.',
    ),
    beforeMeetingMinutes: integerKey(10, 'minutes', 1, 120, 'How long before the next meeting a check is made.'),
    onChanges: flag(true, 'Whether a camera, a drive or a network that comes or goes is followed by a check.'),
    onBattery: choice(
      ['as-usual', 'less', 'when-asked'],
      'less',
      'What is checked on battery: as-usual; less, which is at the start, after a break and before a meeting; or only when a person asks.',
    ),
  },
  words: {
    quietMinutes: { label: 'Check again after' },
    beforeMeetingMinutes: { label: 'Check before a meeting' },
    onChanges: { label: 'Check when a camera, a drive or the network changes' },
    onBattery: {
      label: 'On battery',
      choices: {
        'as-usual': 'Check as usual',
        less: 'Only after a break and before a meeting',
        'when-asked': 'Only when I ask',
      },
    },
  },
});
