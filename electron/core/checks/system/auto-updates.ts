/** Owns the check "does this computer look for updates by itself". */

import type { OperatingSystem, Platform } from '../../facts/index.ts';
import { flag } from '../../policy/policy.ts';
import { longDate } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Without automatic updates a hole stays open until somebody thinks of it, and attackers know it long before.';

const remedyFor = (platform: Platform, system: OperatingSystem | undefined) => {
  if (platform !== 'linux') return platform;
  return system !== undefined && [system.id, ...system.like].includes('debian') ? 'apt' : 'linux';
};

export const autoUpdates = defineCheck({
  id: 'auto-updates',
  area: 'system',
  when: 'after-call',
  question: 'Does this computer look for updates by itself?',
  unknownTitle: 'Could not tell whether automatic updates are on',
  why,
  reads: {
    linux:
      'The automatic updates of apt, dnf or rpm-ostree, their timers, and whether GNOME Software or Discover is there',
    darwin: 'The settings of Software Update, and those that an organisation sets',
    win32: 'The settings of Windows Update, its policies, and a pause',
  },
  needs: ['autoUpdates'],
  uses: ['operatingSystem'],
  policy: {
    mayAsk: flag(true, 'Whether it is enough that updates are looked for and the person is asked to install them.'),
  },
  remedies: {
    win32: {
      label: 'Open Windows Update',
      minutes: 3,
      steps: [
        'Choose Resume updates if they are paused.',
        'If a line says that your organisation manages updates, ask your IT department.',
      ],
      link: 'ms-settings:windowsupdate',
    },
    darwin: {
      label: 'Open Software Update',
      minutes: 3,
      steps: ['Choose the ⓘ beside Automatic updates.', 'Turn all of them on, the security ones above all.'],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    apt: {
      label: 'Turn automatic updates on',
      minutes: 5,
      steps: ['Open a terminal.', 'Copy this command, paste it and press Enter.', 'Answer Yes.'],
      command: 'sudo apt install unattended-upgrades && sudo dpkg-reconfigure --priority=low unattended-upgrades',
    },
    linux: {
      label: 'Turn automatic updates on',
      minutes: 5,
      steps: [
        'Open the program with which you install software.',
        'Look in its menu for “Update Preferences” or “Software Updates”.',
        'Turn automatic updates on.',
      ],
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const { state, pausedUntil } = facts.autoUpdates.value;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const wanted = policy.mayAsk ? 'automatic updates, or being asked' : 'automatic updates';
    const problem = { wanted, why, remedies: [remedyFor(platform, system)] as const };
    // Windows leaves the date of a pause behind when it is over.
    const isOver = state === 'paused' && pausedUntil !== undefined && Date.parse(pausedUntil) <= Date.parse(now);
    if (state === 'on' || isOver) {
      return [
        { state: 'pass', title: 'Updates are installed automatically', found: 'Automatic updates are on.', wanted },
      ];
    }
    if (state === 'asks') {
      const found = 'This computer looks for updates by itself and asks before it installs them.';
      if (policy.mayAsk) return [{ state: 'pass', title: 'Updates are looked for automatically', found, wanted }];
      return [{ ...problem, state: 'caution', title: 'Updates are not installed automatically', found }];
    }
    if (state === 'paused') {
      const until = pausedUntil === undefined ? '' : ` until ${longDate(pausedUntil)}`;
      return [
        { ...problem, state: 'caution', title: `Updates are paused${until}`, found: `Updates are paused${until}.` },
      ];
    }
    if (platform === 'linux' && system?.rolling === true) {
      const reason = 'This system changes all the time and is updated by hand, so that somebody sees what changes.';
      return [{ state: 'not-applicable', title: 'Updates are installed by hand on this system', reason }];
    }
    return [{ ...problem, state: 'caution', title: 'Automatic updates are off', found: 'Automatic updates are off.' }];
  },
});
