/** Owns the check "are security updates waiting, and how old is that answer". */

import type { OperatingSystem, PendingUpdate, Platform } from '../../facts/index.ts';
import { type Message, messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { ago, measure, product } from '../../messages/value.ts';
import { days } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';
import { isAhead, lastUpdate } from './last-update.ts';
import { type Clocks, hasWaited, MANY, patchDayAfter, waitingSince } from './update-clock.ts';

const title = titles('os-patches', {
  security: '{n, plural, one {# security update is waiting} other {# security updates are waiting}}',
  other: '{n, plural, one {# update is waiting} other {# updates are waiting}}',
  none: 'No updates are waiting',
  othersOnly: 'No security updates are waiting',
  recent: 'Updated {when}',
  old: 'Last updated {when}',
  held: '{n, plural, one {# security update is held back} other {# security updates are held back}}',
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
  keptBack:
    '{n, plural, one {# more is held back here, or not yet offered to this computer.} other {# more are held back here, or not yet offered to this computer.}}',
  since: 'Waiting for at least {time}.',
  silent: 'Updates come much more often than that, so the list may not be complete.',
  image: 'The system that runs is of {when}.',
  imageNext: 'A newer one waits for a restart, or to be fetched.',
  named: 'Waiting: {updates}.',
  lookUnknown: 'When it last looked isn’t known.',
  neverLooked: 'This computer has never looked for updates.',
  looked: 'Last looked {when}.',
  installed: 'Last installed {when}.',
  stale: 'This computer last looked for updates {when}. What has come out since isn’t known.',
  unmarked: 'This system doesn’t say which of them are security updates.',
  wanted: 'no security updates waiting',
  wantedInstalled: 'updates installed in the last month',
  wantedNotHeld: 'no security update held back',
  install: 'Install the updates',
  terminal: 'Open a terminal.',
  paste: 'Copy this command, paste it and press Enter.',
  tumbleweed: 'On Tumbleweed use “zypper dup” instead.',
  afterwards: 'Restart the computer if it asks: before the meeting, not during it.',
  restart: 'Restart the computer before the meeting, not during it.',
  openInstaller: 'Open the program you install software with.',
  look: 'Let it look for updates and install them.',
  release: 'Look at what is held back',
  unhold: 'For each name that nobody needs held, run “sudo apt-mark unhold” with it, then update.',
  ask: 'If your IT department holds them back, ask it.',
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

const describe = messages('policy.os-patches', {
  lookMaximumAgeDays: 'How old the last look for updates may be before “none waiting” is no longer believed.',
  securityGraceDays: 'How long a security update may be known to wait before it is a failure and not a caution.',
  otherGraceDays:
    'How long after the last installation, on Windows after the patch day that follows it, other waiting updates are passed over, and how old the image of a system may be that is replaced as a whole.',
  unmarkedGraceDays:
    'How long after the last installation waiting updates are passed over that may be security updates, as their source does not say.',
});

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
  uses: ['updatesLookedAt', 'updatesInstalledAt', 'operatingSystem', 'updateMemory'],
  policy: {
    lookMaximumAgeDays: days(14, describe.lookMaximumAgeDays, 365),
    securityGraceDays: days(3, describe.securityGraceDays, 90),
    otherGraceDays: days(30, describe.otherGraceDays, 365),
    unmarkedGraceDays: days(7, describe.unmarkedGraceDays, 365),
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
    held: {
      label: words.release,
      minutes: 10,
      steps: inTerminal(words.unhold, words.ask),
      command: 'apt-mark showhold',
    },
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
    const { updates: all, imageOf } = facts.pendingUpdates.value;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const remedies = [remedyFor(platform, system, facts.pendingUpdates.source)] as const;
    const looked = facts.updatesLookedAt;
    const stated = facts.updatesInstalledAt.state === 'known' ? facts.updatesInstalledAt.value : undefined;
    const { at: installedAt, isSilent } = lastUpdate(platform, system?.version ?? '', stated, now);
    const updates = all.filter(({ keptBack }) => keptBack === undefined);
    const security = updates.filter((update) => update.security === true);
    const unmarked = updates.filter((update) => update.security === null);
    const heldSecurity = all.filter((update) => update.keptBack === 'held' && update.security === true);
    const answer = looked.state === 'known' && looked.value !== 'never' ? looked.value : undefined;
    const lookedAt = answer === undefined || isAhead(answer, now) ? undefined : answer;
    const remembered = facts.updateMemory.state === 'known' ? facts.updateMemory.value.waiting : [];
    const firstSeen = new Map(remembered.map(({ name, since }) => [name, since]));
    const clocks: Clocks = { platform, now, lookedAt, installedAt, firstSeen };
    const lastLook =
      lookedAt !== undefined
        ? words.looked({ when: ago(lookedAt, now) })
        : looked.state === 'known' && looked.value === 'never'
          ? words.neverLooked
          : words.lookUnknown;
    const foundWith = (named: readonly PendingUpdate[], ...more: readonly Message[]): Message =>
      sentences([
        words.counts({ security: security.length, others: updates.length - security.length }),
        ...(named.length === 0 ? [] : [words.named({ updates: firstOf(named.map((one) => product(one.name))) })]),
        ...(all.length === updates.length ? [] : [words.keptBack({ n: all.length - updates.length })]),
        lastLook,
        ...(installedAt === undefined ? [] : [words.installed({ when: ago(installedAt, now) })]),
        ...more,
      ]);
    // Until the next patch day a Windows has all there is.
    const currentUntil = platform === 'win32' && installedAt !== undefined ? patchDayAfter(installedAt) : installedAt;
    const isWithin = (graceDays: number): boolean =>
      currentUntil !== undefined && daysBetween(currentUntil, now) <= graceDays;
    const { wanted, why } = words;
    const caution = { state: 'caution' as const, why, wanted: words.wantedInstalled, remedies };

    if (security.length > 0) {
      const state = hasWaited(security, policy.securityGraceDays, clocks) ? ('fail' as const) : ('caution' as const);
      const since = waitingSince(security, clocks);
      const waited = since === undefined ? 0 : daysBetween(since, now);
      const found = foundWith(security, ...(waited > 0 ? [words.since({ time: measure(waited, 'day') })] : []));
      return [{ state, title: title.security({ n: security.length }), found, wanted, why, remedies }];
    }
    if (heldSecurity.length > 0) {
      const heading = title.held({ n: heldSecurity.length });
      const found = foundWith(heldSecurity);
      return [{ ...caution, title: heading, found, wanted: words.wantedNotHeld, remedies: ['held'] as const }];
    }
    if (imageOf !== undefined) {
      const when = ago(imageOf, now);
      const found = sentences([words.image({ when }), ...(updates.length === 0 ? [] : [words.imageNext])]);
      if (daysBetween(imageOf, now) > policy.otherGraceDays) return [{ ...caution, title: title.old({ when }), found }];
      return [{ state: 'pass' as const, title: title.recent({ when }), found, wanted: words.wantedInstalled }];
    }
    // Nothing on an old list is no good news: what came out since then is not on it.
    const stale = (reason: Message) => [{ state: 'unknown' as const, title: title.unknown, reason, remedies }];
    if (looked.state === 'unknown') return stale(looked.reason);
    if (looked.value === 'never') return stale(words.neverLooked);
    if (lookedAt === undefined) return stale(words.lookUnknown);
    if (daysBetween(lookedAt, now) > policy.lookMaximumAgeDays) return stale(words.stale({ when: ago(lookedAt, now) }));
    if (isSilent && installedAt !== undefined)
      return [
        { ...caution, title: title.old({ when: ago(installedAt, now) }), found: foundWith(updates, words.silent) },
      ];
    const mayHoldFixes = updates.length >= MANY || (unmarked.length > 0 && !isWithin(policy.unmarkedGraceDays));
    if (mayHoldFixes || (updates.length > 0 && !isWithin(policy.otherGraceDays))) {
      const found = foundWith(updates, ...(unmarked.length === 0 ? [] : [words.unmarked]));
      return [{ ...caution, title: title.other({ n: updates.length }), found }];
    }
    const heading =
      updates.length === 0
        ? title.none
        : unmarked.length === 0
          ? title.othersOnly
          : installedAt === undefined
            ? title.lately
            : title.recent({ when: ago(installedAt, now) });
    return [{ state: 'pass' as const, title: heading, found: foundWith([]), wanted }];
  },
});
