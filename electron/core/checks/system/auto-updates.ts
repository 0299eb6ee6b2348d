/** Owns the check "does this computer look for updates by itself". */

import type { OperatingSystem, Platform } from '../../facts/index.ts';
import { messages, titles } from '../../messages/messages.ts';
import { date } from '../../messages/value.ts';
import { flag } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('auto-updates', {
  on: 'Updates install automatically',
  asks: 'This computer looks for updates by itself',
  asksOnly: 'Updates don’t install automatically',
  paused: 'Updates are paused',
  pausedUntil: 'Updates are paused until {day}',
  byHand: 'This system is updated by hand',
  off: 'Automatic updates are off',
  takesNothing: 'Automatic updates install nothing here',
  unknown: 'Couldn’t check automatic updates',
});

const words = messages('auto-updates', {
  question: 'Does this computer look for updates by itself?',
  why: 'Without automatic updates, security holes stay open until someone thinks of them. Attackers know them sooner.',
  readsLinux:
    'The automatic updates of apt, dnf or rpm-ostree, their timers, the sources they take from, and whether GNOME Software, Discover or Mint’s Update Manager is there',
  readsDarwin: 'The settings of Software Update, and those that an organisation sets',
  readsWin32: 'The settings of Windows Update, its policies, and a pause',
  wantedAny: 'automatic updates, or being asked',
  wanted: 'automatic updates',
  on: 'Automatic updates are on.',
  asks: 'It looks for updates by itself and asks before it installs them.',
  paused: 'Updates are paused.',
  pausedUntil: 'Updates are paused until {day}.',
  byHand: 'It changes all the time, so someone should watch each update.',
  off: 'Automatic updates are off.',
  takesNothing: 'Automatic updates are turned on, but their list names none of this system’s sources.',
  openUpdate: 'Open Windows Update',
  resume: 'Choose Resume updates if they are paused.',
  managed: 'If it says your organisation manages updates, ask your IT department.',
  openSoftwareUpdate: 'Open Software Update',
  info: 'Choose the ⓘ beside Automatic updates.',
  allOn: 'Turn all of them on, above all the security ones.',
  turnOn: 'Turn on automatic updates',
  terminal: 'Open a terminal.',
  paste: 'Copy this command, paste it and press Enter.',
  yes: 'Answer Yes.',
  openInstaller: 'Open the program you install software with.',
  preferences: 'Look in its menu for “Update Preferences” or “Software Updates”.',
  turnOnThere: 'Turn on automatic updates.',
});

const remedyFor = (platform: Platform, system: OperatingSystem | undefined) => {
  if (platform !== 'linux') return platform;
  // A derivative's sources bear other names than the list that comes with the package, which would match none of them.
  return system !== undefined && ['debian', 'ubuntu'].includes(system.id) ? 'apt' : 'linux';
};

const describe = messages('policy.auto-updates', {
  mayAsk: 'Whether it is enough that updates are looked for and the person is asked to install them.',
});

export const autoUpdates = defineCheck({
  id: 'auto-updates',
  area: 'system',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['autoUpdates'],
  uses: ['operatingSystem'],
  policy: {
    mayAsk: flag(true, describe.mayAsk),
  },
  remedies: {
    win32: {
      label: words.openUpdate,
      minutes: 3,
      steps: [words.resume, words.managed],
      link: 'ms-settings:windowsupdate',
    },
    darwin: {
      label: words.openSoftwareUpdate,
      minutes: 3,
      steps: [words.info, words.allOn],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    apt: {
      label: words.turnOn,
      minutes: 5,
      steps: [words.terminal, words.paste, words.yes],
      command: 'sudo apt install unattended-upgrades && sudo dpkg-reconfigure --priority=low unattended-upgrades',
    },
    linux: { label: words.turnOn, minutes: 5, steps: [words.openInstaller, words.preferences, words.turnOnThere] },
  },
  judge: ({ facts, policy, platform, now }) => {
    const { state, pausedUntil, takesNothing } = facts.autoUpdates.value;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const wanted = policy.mayAsk ? words.wantedAny : words.wanted;
    const problem = { state: 'caution', wanted, why: words.why, remedies: [remedyFor(platform, system)] } as const;
    // Windows leaves the date of a pause behind when it is over.
    const isOver = state === 'paused' && pausedUntil !== undefined && Date.parse(pausedUntil) <= Date.parse(now);
    if (state === 'on' || isOver) return [{ state: 'pass', title: title.on, found: words.on, wanted }];
    if (state === 'asks') {
      if (policy.mayAsk) return [{ state: 'pass', title: title.asks, found: words.asks, wanted }];
      return [{ ...problem, title: title.asksOnly, found: words.asks }];
    }
    if (state === 'paused') {
      if (pausedUntil === undefined) return [{ ...problem, title: title.paused, found: words.paused }];
      const day = date(pausedUntil);
      return [{ ...problem, title: title.pausedUntil({ day }), found: words.pausedUntil({ day }) }];
    }
    if (platform === 'linux' && system?.rolling === true)
      return [{ state: 'not-applicable', title: title.byHand, reason: words.byHand }];
    if (takesNothing) return [{ ...problem, title: title.takesNothing, found: words.takesNothing }];
    return [{ ...problem, title: title.off, found: words.off }];
  },
});
