/** Owns the settings of what a person is told without having asked. */
import { choice, flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const notificationSettings = defineSettings({
  id: 'notifications',
  title: 'Notifications',
  describe: 'None comes while a program uses the camera or the microphone, or while Do Not Disturb is on.',
  policy: {
    changes: choice(
      ['none', 'to-fix', 'anything'],
      'to-fix',
      'Which changes for the worse are told: none; to-fix, what must be fixed before a meeting; anything that is worse than before.',
    ),
    meetings: flag(true, 'Whether it is told, once, that this computer is not ready for a meeting that begins soon.'),
  },
  words: {
    changes: {
      label: 'When something gets worse',
      choices: {
        none: 'Tell me nothing',
        'to-fix': 'Tell me what must be fixed',
        anything: 'Tell me everything that is worse',
      },
    },
    meetings: { label: 'Tell me before a meeting if this computer is not ready for it' },
  },
});
