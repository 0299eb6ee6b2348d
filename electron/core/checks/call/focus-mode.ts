/** Owns the check "would notifications show on a shared screen". */

import { flag } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'A notification on a shared screen shows names and messages to everybody in the meeting, and to its recording.';

export const focusMode = defineCheck({
  id: 'focus-mode',
  area: 'call',
  when: 'before-call',
  question: 'Would notifications show on a shared screen?',
  unknownTitle: 'Could not tell whether notifications would show on a shared screen',
  why,
  reads: {
    linux: 'Do Not Disturb in GNOME and KDE Plasma, where one of them runs',
    darwin: 'Nothing: macOS shows to no other program whether a Focus is on',
    win32: 'The switch over all notifications; Windows does not tell whether Do not disturb is on',
  },
  needs: ['focusMode'],
  policy: {
    expected: flag(
      false,
      'Whether notifications that would show are a caution, for people who share their screen often.',
    ),
  },
  remedies: {
    win32: {
      label: 'Open notification settings',
      minutes: 1,
      steps: ['Turn on Do not disturb. On Windows 10 it is called Focus assist.', 'Turn it off after the meeting.'],
      link: 'ms-settings:notifications',
    },
    darwin: {
      label: 'Open Focus settings',
      minutes: 1,
      steps: ['Choose Do Not Disturb and turn it on, or do so in Control Centre.', 'Turn it off after the meeting.'],
      link: 'x-apple.systempreferences:com.apple.Focus-Settings.extension',
    },
    linux: {
      label: 'Hold notifications back',
      minutes: 1,
      steps: [
        'Open the list of notifications: click the clock on GNOME, the bell on KDE Plasma.',
        'Turn on Do Not Disturb, and off again after the meeting.',
      ],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const wanted = 'notifications held back while the screen is shared';
    if (facts.focusMode.value.on) {
      return [{ state: 'pass', title: 'Notifications are held back', found: 'Do Not Disturb is on.', wanted }];
    }
    if (!policy.expected) {
      // Whether a screen will be shared is not known, and most people share none.
      const reason = 'They matter only on a screen that you share. Turn on Do Not Disturb before you do.';
      return [{ state: 'not-applicable', title: 'Notifications are on', reason }];
    }
    const remedies = [platform] as const;
    const found = 'Do Not Disturb is off.';
    return [{ state: 'caution', title: 'Notifications would show on a shared screen', found, wanted, why, remedies }];
  },
});
