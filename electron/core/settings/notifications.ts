/** Owns the settings of what a person is told without having asked. */
import { messages } from '../messages/messages.ts';
import { choice, flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.notifications', {
  title: 'Notifications',
  about: 'None comes while a program uses the camera or the microphone, or while Do Not Disturb is on.',
  changes: 'When something gets worse',
  changesNone: 'Tell me nothing',
  changesToFix: 'Tell me what must be fixed',
  changesAnything: 'Tell me everything that is worse',
  meetings: 'Tell me before a meeting if this computer is not ready for it',
});

const describe = messages('policy.notifications', {
  changes:
    'Which changes for the worse are told: none; to-fix, what must be fixed before a meeting; anything that is worse than before.',
  meetings: 'Whether it is told, once, that this computer is not ready for a meeting that begins soon.',
});

export const notificationSettings = defineSettings({
  id: 'notifications',
  title: words.title,
  describe: words.about,
  policy: {
    changes: choice(['none', 'to-fix', 'anything'], 'to-fix', describe.changes),
    meetings: flag(true, describe.meetings),
  },
  words: {
    changes: {
      label: words.changes,
      choices: {
        none: words.changesNone,
        'to-fix': words.changesToFix,
        anything: words.changesAnything,
      },
    },
    meetings: { label: words.meetings },
  },
});
