/** Owns the check "is this release of the operating system still supported". */
import type { Catalogue, SystemRelease } from '../../catalogue/catalogue.ts';
import type { OperatingSystem } from '../../facts/index.ts';
import { days } from '../../policy/policy.ts';
import { daysBetween, type IsoDate, longDate } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

/** The part of a version that names a release: the build on Windows, else the version itself. */
const releaseVersion = (system: OperatingSystem): string =>
  system.id.startsWith('windows') ? (system.version.split('.')[2] ?? '') : system.version;

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

const isNewer = (a: string, b: string): boolean => {
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((part, index) => part !== (right[index] ?? 0));
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

/** The catalogue's row for this system: the most exact version, and on Windows the edition. */
const releaseOf = (system: OperatingSystem, catalogue: Catalogue): SystemRelease | undefined => {
  const version = releaseVersion(system);
  return catalogue.systems
    .filter((row) => row.id === system.id && (version === row.version || version.startsWith(`${row.version}.`)))
    .filter(
      (row) => row.editions === undefined || (system.edition !== undefined && row.editions.includes(system.edition)),
    )
    .toSorted((a, b) => b.version.length - a.version.length)[0];
};

/** Newer than every release of the same system that the catalogue knows. */
const isNewerThanKnown = (system: OperatingSystem, catalogue: Catalogue): boolean => {
  const known = catalogue.systems.filter((row) => row.id === system.id);
  const version = releaseVersion(system);
  return known.length > 0 && /^\d+(\.\d+)*$/.test(version) && known.every((row) => isNewer(version, row.version));
};

const why =
  'A system that is no longer supported gets no security fixes. A fault found today stays open for good, and an attack through it reaches the whole computer.';

export const osSupported = defineCheck({
  id: 'os-supported',
  area: 'system',
  when: 'after-call',
  keepsCautions: true,
  question: 'Is this system still supported?',
  unknownTitle: 'Could not tell whether this system is still supported',
  why,
  reads: {
    linux: '/etc/os-release and the catalogue of release dates',
    darwin: 'SystemVersion.plist and the catalogue of release dates',
    win32: 'The Windows version and edition in the registry, and the catalogue of release dates',
  },
  needs: ['operatingSystem'],
  policy: {
    warnDays: days(60, 'How long before the end of support the check begins to warn.', 365),
    catalogueMaximumAgeDays: days(400, 'How old the catalogue may be for systems whose maker names no end of support.'),
  },
  remedies: {
    'upgrade-linux': {
      label: 'Move to a newer release',
      minutes: 120,
      steps: [
        'Make a backup first.',
        'Open your distribution’s own guide for upgrading to the next release.',
        'Follow it when no meeting is near: it can take an hour.',
      ],
    },
    'upgrade-darwin': {
      label: 'Open Software Update',
      minutes: 120,
      steps: [
        'Make a backup first.',
        'Open System Settings, General, Software Update.',
        'Choose the newest macOS that is offered. If none is, this Mac cannot run a supported one.',
      ],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    'upgrade-win32': {
      label: 'Open Windows Update',
      minutes: 120,
      steps: [
        'Make a backup first.',
        'Open Settings, Windows Update, and choose Check for updates.',
        'Install the newer version of Windows that is offered.',
      ],
      link: 'ms-settings:windowsupdate',
    },
    'extended-updates': {
      label: 'See whether extended updates are on',
      minutes: 5,
      steps: [
        'Open the update settings of this system.',
        'Look for “Extended Security Updates” on Windows 10, or “Ubuntu Pro” on Ubuntu.',
        'If they are off, enrol, or move to a newer release.',
      ],
    },
  },
  judge: ({ facts, policy, platform, catalogue, now }) => {
    const system = facts.operatingSystem.value;
    const release = releaseOf(system, catalogue);
    const upgrade = `upgrade-${platform}` as const;
    const pass = (title: string) => [{ state: 'pass' as const, title, found: system.name }];
    const cannotTell = (reason: string, title = `Could not tell whether ${system.name} is still supported`) => [
      { state: 'unknown' as const, title, reason, remedies: [upgrade] },
    ];
    const judgeEnd = (ends: IsoDate, words: string) => {
      const left = daysBetween(now.slice(0, 10), ends);
      const found = `${system.name}, ${words} ${longDate(ends)}`;
      const wanted = 'a release that still gets security fixes';
      if (left < 0) {
        const title = `${system.name} has not been supported since ${longDate(ends)}`;
        return [{ state: 'fail' as const, title, found, wanted, why, remedies: [upgrade] as const }];
      }
      if (left <= policy.warnDays) {
        const title = `Support for ${system.name} ends in ${left === 1 ? '1 day' : `${left} days`}`;
        return [{ state: 'caution' as const, title, found, wanted, why, remedies: [upgrade] as const }];
      }
      return [{ state: 'pass' as const, title: `${system.name} is supported until ${longDate(ends)}`, found, wanted }];
    };

    if (system.rolling) return pass(`${system.name} is updated all the time and has no end of support`);
    if (system.supportEnds !== undefined) return judgeEnd(system.supportEnds, 'supported until');
    if (release === undefined) {
      if (isNewerThanKnown(system, catalogue)) return pass(`${system.name} is newer than Greenroom’s own list`);
      return cannotTell('This release is not in Greenroom’s list of systems.');
    }
    if (!release.confirmed) return cannotTell(`It is not confirmed how long ${release.name} is supported.`);
    if (release.ends === null) {
      if (daysBetween(catalogue.asOf, now) > policy.catalogueMaximumAgeDays) {
        return cannotTell(`Greenroom’s list of systems is of ${longDate(catalogue.asOf)}: too old to tell.`);
      }
      return pass(`${system.name} is supported`);
    }
    if (daysBetween(now.slice(0, 10), release.ends) >= 0) return judgeEnd(release.ends, 'supported until');
    if (release.extendedEnds !== undefined) return judgeEnd(release.extendedEnds, 'under long-term support until');
    if (release.paidEnds !== undefined && daysBetween(now.slice(0, 10), release.paidEnds) >= 0) {
      if (system.extendedUpdates === true) return judgeEnd(release.paidEnds, 'with extended updates until');
      if (system.extendedUpdates === undefined) {
        const reason = `Its normal support ended on ${longDate(release.ends)}. Whether this computer is enrolled in extended updates cannot be seen.`;
        return [
          {
            state: 'unknown' as const,
            title: `${system.name} is past its normal support`,
            reason,
            remedies: ['extended-updates', upgrade] as const,
          },
        ];
      }
    }
    return judgeEnd(release.ends, 'supported until');
  },
});
