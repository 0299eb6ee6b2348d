/** Owns the check "are security updates waiting, and how old is that answer". */

import type { OperatingSystem, PendingUpdate, Platform } from '../../facts/index.ts';
import { days } from '../../policy/policy.ts';
import { count, formatList } from '../../text/phrases.ts';
import { daysAgo, daysBetween } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Security updates close holes that attackers already know. An open hole can let somebody into the whole computer, not only into the meeting.';

/** "openssl, curl and 12 more" */
const named = (updates: readonly PendingUpdate[]): string => {
  const names = updates.slice(0, 3).map((update) => update.name);
  return updates.length > 3 ? `${names.join(', ')} and ${updates.length - 3} more` : formatList(names);
};

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

const afterwards = 'Restart the computer if it asks for it, before the meeting and not during it.';

export const osPatches = defineCheck({
  id: 'os-patches',
  area: 'system',
  when: 'after-call',
  keepsCautions: true,
  question: 'Are security updates waiting?',
  unknownTitle: 'Could not tell whether updates are waiting',
  why,
  reads: {
    linux:
      'The package system’s own list on this computer (apt, dnf, zypper, pacman, rpm-ostree), its age, and its log',
    darwin:
      'The versions of macOS and Safari, the last answer of Software Update on this computer, its age, and the history of installations',
    win32: 'The last answer of Windows Update on this computer, its age, and its history',
  },
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
      label: 'Install the updates',
      minutes: 30,
      steps: ['Open a terminal.', 'Copy this command, paste it and press Enter.', afterwards],
      command: 'sudo apt update && sudo apt full-upgrade',
    },
    dnf: {
      label: 'Install the updates',
      minutes: 30,
      steps: ['Open a terminal.', 'Copy this command, paste it and press Enter.', afterwards],
      command: 'sudo dnf upgrade --refresh',
    },
    zypper: {
      label: 'Install the updates',
      minutes: 30,
      steps: [
        'Open a terminal.',
        'Copy this command, paste it and press Enter. On Tumbleweed use “zypper dup” in its place.',
        afterwards,
      ],
      command: 'sudo zypper refresh && sudo zypper update',
    },
    pacman: {
      label: 'Install the updates',
      minutes: 30,
      steps: ['Open a terminal.', 'Copy this command, paste it and press Enter.', afterwards],
      command: 'sudo pacman -Syu',
    },
    'rpm-ostree': {
      label: 'Install the updates',
      minutes: 30,
      steps: [
        'Open a terminal.',
        'Copy this command, paste it and press Enter.',
        'Restart the computer before the meeting, not during it.',
      ],
      command: 'rpm-ostree upgrade',
    },
    linux: {
      label: 'Install the updates',
      minutes: 30,
      steps: [
        'Open the program with which you install software.',
        'Let it look for updates and install them.',
        afterwards,
      ],
    },
    win32: {
      label: 'Open Windows Update',
      minutes: 30,
      steps: ['Choose Check for updates.', 'Choose Install.', afterwards],
      link: 'ms-settings:windowsupdate',
    },
    darwin: {
      label: 'Open Software Update',
      minutes: 30,
      steps: ['Wait until the list is complete.', 'Choose Update Now.', afterwards],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const { updates, securityKnown } = facts.pendingUpdates.value;
    const { source } = facts.pendingUpdates;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const remedy = remedyFor(platform, system, source);
    const looked = facts.updatesLookedAt;
    const installed = facts.updatesInstalledAt;
    const security = updates.filter((update) => update.security);
    const lastLook =
      looked.state === 'unknown'
        ? 'when it last looked is not known'
        : looked.value === 'never'
          ? 'it has never looked'
          : `last looked ${daysAgo(looked.value, now)}`;
    const lastInstall = installed.state === 'known' ? `, last installed ${daysAgo(installed.value, now)}` : '';
    const found = `${count(security.length, 'security update')} and ${count(updates.length - security.length, 'other update')} waiting; ${lastLook}${lastInstall}`;
    const withinGrace = (graceDays: number): boolean =>
      installed.state === 'known' && daysBetween(installed.value, now) <= graceDays;
    const wanted = 'no security update waiting';

    if (security.length > 0) {
      const title = `${count(security.length, 'security update')} waiting: ${named(security)}`;
      const state = withinGrace(policy.securityGraceDays) ? ('caution' as const) : ('fail' as const);
      return [{ state, title, found, wanted, why, remedies: [remedy] as const }];
    }
    // Nothing on an old list is no good news: what came out since then is not on it.
    const stale = (reason: string) => [
      { state: 'unknown' as const, title: 'Could not tell whether updates are waiting', reason, remedies: [remedy] },
    ];
    if (looked.state === 'unknown') return stale(looked.reason);
    if (looked.value === 'never') return stale('This computer has never looked for updates.');
    const age = daysBetween(looked.value, now);
    if (age > policy.lookMaximumAgeDays)
      return stale(
        `This computer last looked for updates ${daysAgo(looked.value, now)}. What has come out since then is not known.`,
      );
    if (updates.length > 0 && !withinGrace(policy.otherGraceDays)) {
      const which = securityKnown ? '' : ' This system does not say which of them are for security.';
      const title = `${count(updates.length, 'update')} waiting: ${named(updates)}`;
      return [
        {
          state: 'caution' as const,
          title,
          found: found + which,
          wanted: 'updates installed in the last month',
          why,
          remedies: [remedy] as const,
        },
      ];
    }
    const title =
      updates.length === 0
        ? 'No update is waiting'
        : `No security update is waiting, ${count(updates.length, 'other update')} can wait`;
    return [
      {
        state: 'pass' as const,
        title:
          securityKnown || updates.length === 0
            ? title
            : `Updated ${installed.state === 'known' ? daysAgo(installed.value, now) : 'lately'}, ${count(updates.length, 'update')} waiting`,
        found,
        wanted,
      },
    ];
  },
});
