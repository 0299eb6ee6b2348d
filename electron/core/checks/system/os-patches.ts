/** Owns the check "are security updates waiting, and how old is that answer". */

import type { OperatingSystem, PendingUpdate, Platform } from '../../facts/index.ts';
import { type Message, messages, sentences, type Text, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { ago, product } from '../../messages/value.ts';
import { days } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('os-patches', {
  security: '{n, plural, one {# security update is waiting} other {# security updates are waiting}}',
  other: '{n, plural, one {# update is waiting} other {# updates are waiting}}',
  none: 'No updates are waiting',
  othersOnly: 'No security updates are waiting',
  recent: 'Updated {when}',
  lately: 'Updated recently',
  unknown: 'Couldn’t check for waiting updates',
});

const words = messages('os-patches', {
  question: 'Are security updates waiting?',
  why: 'Attackers already know these flaws; one is enough to take over the computer.',
  readsLinux:
    'The package system’s own list on this computer (apt, dnf, zypper, pacman, rpm-ostree), its age, and its log',
  readsDarwin:
    'The versions of macOS and Safari, the last answer of Software Update on this computer, its age, and the history of installations',
  readsWin32: 'The last answer of Windows Update on this computer, its age, and its history',
  counts:
    '{security, plural, one {# security update} other {# security updates}} and {others, plural, one {# other update} other {# other updates}} waiting.',
  named: 'Waiting: {updates}.',
  lookUnknown: 'When it last looked isn’t known.',
  neverLooked: 'This computer has never looked for updates.',
  looked: 'Last looked {when}.',
  installed: 'Last installed {when}.',
  stale: 'This computer last looked for updates {when}. What has come out since isn’t known.',
  unmarked: 'This system doesn’t say which of them are security updates.',
  wanted: 'no security updates waiting',
  wantedInstalled: 'updates installed in the last month',
  install: 'Install the updates',
  terminal: 'Open a terminal.',
  paste: 'Copy this command, paste it and press Enter.',
  tumbleweed: 'On Tumbleweed use “zypper dup” instead.',
  afterwards: 'Restart the computer if it asks: before the meeting, not during it.',
  restart: 'Restart the computer before the meeting, not during it.',
  openInstaller: 'Open the program you install software with.',
  look: 'Let it look for updates and install them.',
  openUpdate: 'Open Windows Update',
  checkWin32: 'Choose Check for updates.',
  installWin32: 'Choose Install.',
  openSoftwareUpdate: 'Open Software Update',
  wait: 'Wait until the list is complete.',
  updateNow: 'Choose Update Now.',
});

type Remedy = 'apt' | 'dnf' | 'zypper' | 'pacman' | 'rpm-ostree' | Platform;

/** The package system that a distribution, or the nearest relative it names, is updated with. */
const families: readonly (readonly [Remedy, readonly string[]])[] = [
  ['apt', ['debian', 'ubuntu', 'linuxmint', 'pop', 'elementary', 'zorin', 'raspbian', 'kali']],
  ['dnf', ['fedora', 'rhel', 'centos', 'rocky', 'almalinux']],
  ['zypper', ['opensuse', 'opensuse-leap', 'opensuse-tumbleweed', 'suse', 'sles']],
  ['pacman', ['arch', 'manjaro', 'endeavouros']],
];

const remedyFor = (platform: Platform, system: OperatingSystem | undefined, source: string): Remedy => {
  if (platform !== 'linux') return platform;
  if (source.startsWith('rpm-ostree')) return 'rpm-ostree';
  const ids = system === undefined ? [] : [system.id, ...system.like];
  return families.find(([, names]) => ids.some((id) => names.includes(id)))?.[0] ?? 'linux';
};

const inTerminal = (...more: readonly Message[]) => [words.terminal, words.paste, ...more];

export const osPatches = defineCheck({
  id: 'os-patches',
  area: 'system',
  when: 'after-call',
  keepsCautions: true,
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['pendingUpdates'],
  uses: ['updatesLookedAt', 'updatesInstalledAt', 'operatingSystem'],
  policy: {
    lookMaximumAgeDays: days(
      14,
      'How old the last look for updates may be before “none waiting” is no longer believed.',
      365,
    ),
    securityGraceDays: days(
      3,
      'How long after the last installation of updates a waiting security update is a caution and not a failure.',
      90,
    ),
    otherGraceDays: days(30, 'How long after the last installation other waiting updates are passed over.', 365),
  },
  remedies: {
    apt: {
      label: words.install,
      minutes: 30,
      steps: inTerminal(words.afterwards),
      command: 'sudo apt update && sudo apt full-upgrade',
    },
    dnf: {
      label: words.install,
      minutes: 30,
      steps: inTerminal(words.afterwards),
      command: 'sudo dnf upgrade --refresh',
    },
    zypper: {
      label: words.install,
      minutes: 30,
      steps: inTerminal(words.tumbleweed, words.afterwards),
      command: 'sudo zypper refresh && sudo zypper update',
    },
    pacman: { label: words.install, minutes: 30, steps: inTerminal(words.afterwards), command: 'sudo pacman -Syu' },
    'rpm-ostree': {
      label: words.install,
      minutes: 30,
      steps: inTerminal(words.restart),
      command: 'rpm-ostree upgrade',
    },
    linux: { label: words.install, minutes: 30, steps: [words.openInstaller, words.look, words.afterwards] },
    win32: {
      label: words.openUpdate,
      minutes: 30,
      steps: [words.checkWin32, words.installWin32, words.afterwards],
      link: 'ms-settings:windowsupdate',
    },
    darwin: {
      label: words.openSoftwareUpdate,
      minutes: 30,
      steps: [words.wait, words.updateNow, words.afterwards],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const { updates, securityKnown } = facts.pendingUpdates.value;
    const { source } = facts.pendingUpdates;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const remedies = [remedyFor(platform, system, source)] as const;
    const looked = facts.updatesLookedAt;
    const installed = facts.updatesInstalledAt;
    const security = updates.filter((update) => update.security);
    const lastLook =
      looked.state === 'unknown'
        ? words.lookUnknown
        : looked.value === 'never'
          ? words.neverLooked
          : words.looked({ when: ago(looked.value, now) });
    const foundWith = (named: readonly PendingUpdate[], ...more: readonly Message[]): Message =>
      sentences([
        words.counts({ security: security.length, others: updates.length - security.length }),
        ...(named.length === 0 ? [] : [words.named({ updates: firstOf(named.map((one) => product(one.name))) })]),
        lastLook,
        ...(installed.state === 'known' ? [words.installed({ when: ago(installed.value, now) })] : []),
        ...more,
      ]);
    const withinGrace = (graceDays: number): boolean =>
      installed.state === 'known' && daysBetween(installed.value, now) <= graceDays;
    const { wanted, why } = words;

    if (security.length > 0) {
      const state = withinGrace(policy.securityGraceDays) ? ('caution' as const) : ('fail' as const);
      const heading = title.security({ n: security.length });
      return [{ state, title: heading, found: foundWith(security), wanted, why, remedies }];
    }
    // Nothing on an old list is no good news: what came out since then is not on it.
    const stale = (reason: Text) => [{ state: 'unknown' as const, title: title.unknown, reason, remedies }];
    if (looked.state === 'unknown') return stale(looked.reason);
    if (looked.value === 'never') return stale(words.neverLooked);
    if (daysBetween(looked.value, now) > policy.lookMaximumAgeDays)
      return stale(words.stale({ when: ago(looked.value, now) }));
    if (updates.length > 0 && !withinGrace(policy.otherGraceDays)) {
      const heading = title.other({ n: updates.length });
      const found = foundWith(updates, ...(securityKnown ? [] : [words.unmarked]));
      return [{ state: 'caution' as const, title: heading, found, wanted: words.wantedInstalled, why, remedies }];
    }
    const heading =
      updates.length === 0
        ? title.none
        : securityKnown
          ? title.othersOnly
          : installed.state === 'known'
            ? title.recent({ when: ago(installed.value, now) })
            : title.lately;
    return [{ state: 'pass' as const, title: heading, found: foundWith([]), wanted }];
  },
});
