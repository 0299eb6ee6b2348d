/** Owns the check "does the screen lock by itself when nobody is there". */

import { messages, titles } from '../../messages/messages.ts';
import { measure, type Value } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('screen-lock', {
  never: 'Your screen doesn’t lock by itself',
  late: 'Your screen locks only after {time}',
  locks: 'Your screen locks after {time}',
  unknown: 'Couldn’t check when your screen locks',
});

const words = messages('screen-lock', {
  question: 'Does your screen lock by itself?',
  why: 'Anyone passing an unlocked screen can read it and act as you.',
  readsLinux: 'The lock settings of GNOME and KDE Plasma, where one of them runs',
  readsDarwin:
    'Whether macOS asks for the password, and how soon; the settings of screen saver and sleep, and those that an organisation sets',
  readsWin32:
    'Whether this is a laptop, the screen saver’s settings, the sleep settings of the power plan in use, the sign-in after sleep, and the organisation’s limit',
  wanted: 'a lock within {time}',
  never: 'The screen never asks for the password by itself.',
  unseen: 'It asks for the password when it wakes. Whether it ever goes dark by itself can’t be seen.',
  locks: 'The screen locks after {time} without input.',
  openWin32: 'Open Lock screen settings',
  saverWin32: 'Choose Screen saver at the bottom, or search the Start menu for “screen saver”.',
  tenWin32: 'Choose any screen saver, and ten minutes.',
  resumeWin32: 'Tick “On resume, display log-on screen”.',
  openDarwin: 'Open Lock Screen settings',
  requireDarwin:
    'Set “Require password after screen saver begins or display is turned off” to Immediately or a few minutes.',
  displayDarwin: 'Set the display to turn off after ten minutes or less.',
  turnOn: 'Turn on the screen lock',
  gnome: 'On GNOME: open Settings, Privacy & Security, Screen Lock, and turn on Automatic Screen Lock.',
  plasma: 'On KDE Plasma: open System Settings, Screen Locking, and choose when it locks.',
});

const timeOf = (seconds: number): Value =>
  seconds < 60 ? measure(Math.round(seconds), 'second') : measure(Math.round(seconds / 60), 'minute');

const describe = messages('policy.screen-lock', {
  maximumMinutes: 'After how long without input the screen must ask for the password at the latest.',
});

export const screenLock = defineCheck({
  id: 'screen-lock',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['screenLock'],
  policy: {
    maximumMinutes: integerKey(30, 'minutes', 1, 240, describe.maximumMinutes),
  },
  remedies: {
    win32: {
      label: words.openWin32,
      minutes: 2,
      steps: [words.saverWin32, words.tenWin32, words.resumeWin32],
      link: 'ms-settings:lockscreen',
    },
    darwin: {
      label: words.openDarwin,
      minutes: 2,
      steps: [words.requireDarwin, words.displayDarwin],
      link: 'x-apple.systempreferences:com.apple.Lock-Screen-Settings.extension',
    },
    linux: { label: words.turnOn, minutes: 2, steps: [words.gnome, words.plasma] },
  },
  judge: ({ facts, policy, platform }) => {
    const { locks, idleSeconds, delaySeconds } = facts.screenLock.value;
    const wanted = words.wanted({ time: measure(policy.maximumMinutes, 'minute') });
    const remedies = [platform] as const;
    const problem = { state: 'caution', wanted, why: words.why, remedies } as const;
    if (!locks) return [{ ...problem, title: title.never, found: words.never }];
    if (idleSeconds === null) return [{ state: 'unknown', title: title.unknown, reason: words.unseen, remedies }];
    const after = idleSeconds + (delaySeconds ?? 0);
    const time = timeOf(after);
    const found = words.locks({ time });
    if (after > policy.maximumMinutes * 60) return [{ ...problem, title: title.late({ time }), found }];
    return [{ state: 'pass', title: title.locks({ time }), found, wanted }];
  },
});
