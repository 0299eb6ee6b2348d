/** Owns the check "would notifications show on a shared screen". */

import { messages, sentences, titles } from '../../messages/messages.ts';
import { flag } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('focus-mode', {
  held: 'Notifications are held back',
  on: 'Notifications are on',
  shown: 'Notifications will show on a shared screen',
  unknown: 'Couldn’t check Do Not Disturb',
});

const words = messages('focus-mode', {
  question: 'Will notifications show on a shared screen?',
  why: 'Everyone in the meeting, and its recording, sees the names and messages in your notifications.',
  readsLinux:
    'Do Not Disturb in GNOME, KDE Plasma and Xfce, where one of them runs; whether Plasma holds notifications back while a screen is shared; how many screens Greenroom’s window sees',
  readsDarwin: 'How many screens Greenroom’s window sees; macOS shows to no other program whether a Focus is on',
  readsWin32:
    'The switch over all notifications, and how many screens Greenroom’s window sees; Windows does not tell whether Do not disturb is on',
  wanted: 'notifications held back while you share your screen',
  foundOn: 'Do Not Disturb is on.',
  foundOff: 'Do Not Disturb is off.',
  onlyShared: 'They matter only while you share your screen. Turn on Do Not Disturb before you do.',
  plasma:
    'Plasma is set to show them even then: turn “during screen sharing” on under System Settings, Notifications, Do Not Disturb.',
  screens: 'You have {n, number} screens: share one window, or the screen without your messages.',
  openWin32: 'Open notification settings',
  turnOnWin32: 'Turn on Do not disturb. Windows 10 calls it Focus assist.',
  turnOff: 'Turn it off after the meeting.',
  openDarwin: 'Open Focus settings',
  turnOnDarwin: 'Turn on Do Not Disturb here or in Control Centre.',
  holdLinux: 'Hold notifications back',
  openLinux: 'Open the list of notifications: click the clock on GNOME, or the bell on KDE Plasma and Xfce.',
  turnOnLinux: 'Turn on Do Not Disturb.',
});

const describe = messages('policy.focus-mode', {
  expected: 'Whether notifications that would show are a caution, for people who share their screen often.',
});

export const focusMode = defineCheck({
  id: 'focus-mode',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['focusMode'],
  uses: ['screens'],
  policy: {
    expected: flag(false, describe.expected),
  },
  remedies: {
    win32: {
      label: words.openWin32,
      minutes: 1,
      steps: [words.turnOnWin32, words.turnOff],
      link: 'ms-settings:notifications',
    },
    darwin: {
      label: words.openDarwin,
      minutes: 1,
      steps: [words.turnOnDarwin, words.turnOff],
      link: 'x-apple.systempreferences:com.apple.Focus-Settings.extension',
    },
    linux: {
      label: words.holdLinux,
      minutes: 1,
      steps: [words.openLinux, words.turnOnLinux, words.turnOff],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { wanted, why } = words;
    if (facts.focusMode.value.on) return [{ state: 'pass', title: title.held, found: words.foundOn, wanted }];
    const screens = facts.screens.state === 'known' ? (facts.screens.value ?? 1) : 1;
    const several = [
      ...(facts.focusMode.value.shownWhileSharing === true ? [words.plasma] : []),
      ...(screens > 1 ? [words.screens({ n: screens })] : []),
    ];
    // Whether a screen will be shared is not known, and most people share none.
    if (!policy.expected)
      return [{ state: 'not-applicable', title: title.on, reason: sentences([words.onlyShared, ...several]) }];
    const found = sentences([words.foundOff, ...several]);
    return [{ state: 'caution', title: title.shown, found, wanted, why, remedies: [platform] }];
  },
});
