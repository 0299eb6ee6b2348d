/** Owns the settings of how the program starts and when it ends. */
import { flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const startSettings = defineSettings({
  id: 'start',
  title: 'Start and tray',
  describe: 'Greenroom can wait in the tray, where its icon shows whether this computer is ready.',
  policy: {
    atLogin: flag(false, 'Whether the program starts with the session, without a window, where there is a tray.'),
    keepInTray: flag(true, 'Whether the program goes on in the tray, where there is one, when its window is closed.'),
  },
  words: {
    atLogin: { label: 'Start when I log in' },
    keepInTray: { label: 'Stay in the tray when I close the window' },
  },
});
