/** Owns the check "does the screen lock by itself when nobody is there". */

import { count } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why = 'Whoever passes a screen that stays open can read and write in your name, in the meeting’s chat as well.';

const inWords = (seconds: number): string =>
  seconds < 60 ? count(Math.round(seconds), 'second') : count(Math.round(seconds / 60), 'minute');

export const screenLock = defineCheck({
  id: 'screen-lock',
  area: 'protection',
  when: 'after-call',
  question: 'Does the screen lock by itself?',
  unknownTitle: 'Could not tell whether the screen locks by itself',
  why,
  reads: {
    linux: 'The lock settings of GNOME and KDE Plasma, where one of them runs',
    darwin:
      'Whether macOS asks for the password, and how soon; the settings of screen saver and sleep, and those that an organisation sets',
    win32:
      'Whether this is a laptop, the screen saver’s settings, the sleep settings of the power plan in use, the sign-in after sleep, and the organisation’s limit',
  },
  needs: ['screenLock'],
  policy: {
    maximumMinutes: {
      kind: 'number',
      unit: 'minutes',
      default: 30,
      minimum: 1,
      maximum: 240,
      describe: 'After how long without input the screen must ask for the password at the latest.',
    },
  },
  remedies: {
    win32: {
      label: 'Open Lock screen settings',
      minutes: 2,
      steps: [
        'Choose Screen saver at the bottom, or search the Start menu for “screen saver”.',
        'Choose any screen saver, and ten minutes.',
        'Tick “On resume, display log-on screen”.',
      ],
      link: 'ms-settings:lockscreen',
    },
    darwin: {
      label: 'Open Lock Screen settings',
      minutes: 2,
      steps: [
        'Set “Require password after screen saver begins or display is turned off” to Immediately or a few minutes.',
        'Set the display to turn off after ten minutes or less.',
      ],
      link: 'x-apple.systempreferences:com.apple.Lock-Screen-Settings.extension',
    },
    linux: {
      label: 'Turn the screen lock on',
      minutes: 2,
      steps: [
        'On GNOME: open Settings, Privacy & Security, Screen Lock, and turn Automatic Screen Lock on.',
        'On KDE Plasma: open System Settings, Screen Locking, and choose when it locks.',
      ],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { locks, idleSeconds, delaySeconds } = facts.screenLock.value;
    const wanted = `a lock within ${count(policy.maximumMinutes, 'minute')}`;
    const remedies = [platform] as const;
    if (!locks) {
      const found = 'The screen never asks for the password by itself.';
      return [{ state: 'caution', title: 'The screen does not lock by itself', found, wanted, why, remedies }];
    }
    if (idleSeconds === null) {
      const reason =
        'The screen asks for the password when it wakes. Whether it ever goes dark by itself cannot be seen.';
      return [{ state: 'unknown', title: 'Could not tell when the screen locks', reason, remedies }];
    }
    const after = idleSeconds + (delaySeconds ?? 0);
    const found = `The screen locks after ${inWords(after)} without input.`;
    if (after > policy.maximumMinutes * 60) {
      return [
        { state: 'caution', title: `The screen locks only after ${inWords(after)}`, found, wanted, why, remedies },
      ];
    }
    return [{ state: 'pass', title: `The screen locks after ${inWords(after)}`, found, wanted }];
  },
});
