/** Owns the settings of how the program starts and when it ends. */
import { messages } from '../messages/messages.ts';
import { flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.start', {
  title: 'Start and tray',
  about: 'Greenroom can wait in the tray, where its icon shows whether this computer is ready.',
  atLogin: 'Start when I log in',
  keepInTray: 'Stay in the tray when I close the window',
});

const describe = messages('policy.start', {
  atLogin: 'Whether the program starts with the session, without a window, where there is a tray.',
  keepInTray: 'Whether the program goes on in the tray, where there is one, when its window is closed.',
});

export const startSettings = defineSettings({
  id: 'start',
  title: words.title,
  describe: words.about,
  policy: {
    atLogin: flag(false, describe.atLogin),
    keepInTray: flag(true, describe.keepInTray),
  },
  words: {
    atLogin: { label: words.atLogin },
    keepInTray: { label: words.keepInTray },
  },
});
