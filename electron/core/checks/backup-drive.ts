/** Owns the check "is there a backup, where, and how old is it": three facts that are kept apart. */
import { defineCheck } from '../check.ts';
import type { ExternalDrive } from '../facts.ts';
import { days } from '../policy.ts';
import { daysAgo, daysBetween, type IsoTime } from '../time.ts';
import { joined } from '../words.ts';

const why =
  'An attack that gets in through a meeting can lock or delete every file. A recent copy on a drive that is not always attached is what brings them back.';

interface Dated {
  readonly at: IsoTime;
  readonly name: string;
}

const setsOn = (drives: readonly ExternalDrive[]): readonly Dated[] =>
  drives.flatMap((drive) =>
    drive.sets.flatMap((set) =>
      set.newest === undefined ? [] : [{ at: set.newest, name: `${set.name} on “${drive.label}”` }],
    ),
  );

export const backupDrive = defineCheck({
  id: 'backup-drive',
  group: 'backup',
  question: 'Is there a recent backup?',
  unknownTitle: 'Could not tell whether there is a backup',
  why,
  reads: {
    linux:
      'Settings of Déjà Dup, Pika, Back In Time, Vorta, borgmatic, Kopia and Timeshift; attached drives and the backup sets on them',
    darwin: 'Time Machine’s destinations and finished backups; attached drives; Arq and Carbon Copy Cloner',
    win32: 'File History and OneDrive settings; attached drives and the backup sets on them; other backup programs',
  },
  needs: ['backupTools'],
  uses: ['externalDrives', 'backupRuns'],
  importance: 'required',
  policy: {
    maximumAgeDays: days(7, 'How old the last backup may be.'),
    cautionAgeDays: days(30, 'From this age on an old backup is a failure and no longer a caution.'),
  },
  remedies: {
    'set-up-linux': {
      label: 'Set up a backup',
      minutes: 60,
      steps: [
        'Attach an external drive that you keep for backups.',
        'Open “Backups” (Déjà Dup) or the backup program of your distribution; install one if there is none.',
        'Choose the external drive, start the first backup, and unplug the drive when it is done.',
      ],
      link: 'https://apps.gnome.org/DejaDup/',
    },
    'set-up-macos': {
      label: 'Open Time Machine settings',
      minutes: 60,
      steps: [
        'Attach an external drive that you keep for backups.',
        'Choose Add Backup Disk and pick the drive.',
        'Let the first backup finish, then eject and unplug the drive.',
      ],
      link: 'x-apple.systempreferences:com.apple.Time-Machine-Settings.extension',
    },
    'set-up-windows': {
      label: 'Open backup settings',
      minutes: 60,
      steps: [
        'Attach an external drive that you keep for backups.',
        'Search the Start menu for “File History” and choose the drive.',
        'Choose Turn on, let the first backup finish, then unplug the drive.',
      ],
      link: 'ms-settings:backup',
    },
    'back-up-now': {
      label: 'Make a backup',
      minutes: 60,
      steps: [
        'Attach your backup drive.',
        'Open your backup program and start a backup.',
        'Wait until it has finished before the meeting, then unplug the drive.',
      ],
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const setUp = ({ linux: 'set-up-linux', darwin: 'set-up-macos', win32: 'set-up-windows' } as const)[platform];
    const { tools, gaps } = facts.backupTools.value;
    const backups = tools.filter((tool) => tool.kind === 'backup');
    const others = tools.filter((tool) => tool.kind !== 'backup');
    const drives = facts.externalDrives.state === 'known' ? facts.externalDrives.value.drives : [];
    const runs = facts.backupRuns.state === 'known' ? facts.backupRuns.value.runs : [];
    const runGaps = facts.backupRuns.state === 'known' ? facts.backupRuns.value.gaps : [facts.backupRuns.reason];
    const driveGaps =
      facts.externalDrives.state === 'known'
        ? drives.flatMap((drive) => drive.gap ?? [])
        : [facts.externalDrives.reason];

    const dated: readonly Dated[] = [
      ...runs.flatMap((run) => (run.at === 'never' ? [] : [{ at: run.at, name: run.name }])),
      ...setsOn(drives),
    ];
    const last = dated.toSorted((a, b) => b.at.localeCompare(a.at))[0];
    const hasSets = drives.some((drive) => drive.sets.length > 0);

    const configured =
      backups.length > 0 ? `Set up: ${joined(backups.map((tool) => tool.name))}.` : 'No backup program is set up.';
    const noBackup =
      others.length === 0
        ? ''
        : ` ${joined(others.map((tool) => tool.name))} ${others.length === 1 ? 'is' : 'are'} no backup: ${others.some((tool) => tool.kind === 'sync') ? 'a deletion is copied too' : 'it is on the same disk'}.`;
    const attached =
      facts.externalDrives.state === 'unknown'
        ? 'Attached drives are not known.'
        : drives.length === 0
          ? 'No external drive is attached.'
          : `Attached now: ${joined(drives.map((drive) => `“${drive.label}”`))}.`;
    const finished =
      last === undefined ? 'No finished backup is known.' : `Last backup: ${daysAgo(last.at, now)} (${last.name}).`;
    const found = `${configured}${noBackup} ${attached} ${finished}`;
    const wanted = `a backup not older than ${policy.maximumAgeDays} days`;

    if (last !== undefined) {
      const age = daysBetween(last.at, now);
      const title = `Last backup ${daysAgo(last.at, now)}: ${last.name}`;
      // A clock that was wrong proves nothing about how old the copy is.
      if (age < -1)
        return [
          {
            state: 'unknown' as const,
            title: 'Could not tell how old the last backup is',
            reason: `The last backup is dated ${last.at.slice(0, 10)}, which is in the future.`,
          },
        ];
      const failed = runs.find((run) => run.lastAttemptFailed === true);
      if (age <= policy.maximumAgeDays && failed === undefined) {
        return [{ state: 'pass' as const, title, found, wanted }];
      }
      if (age <= policy.maximumAgeDays && failed !== undefined) {
        return [
          {
            state: 'caution' as const,
            title: `${title}, but a later attempt did not finish`,
            found: `${found} A later attempt of ${failed.name} did not finish.`,
            wanted,
            why,
            remedies: ['back-up-now'] as const,
          },
        ];
      }
      return [
        {
          state: age <= policy.cautionAgeDays ? ('caution' as const) : ('fail' as const),
          title,
          found,
          wanted,
          why,
          remedies: ['back-up-now'] as const,
        },
      ];
    }
    const unseen = [...gaps, ...runGaps, ...driveGaps];
    if (backups.length === 0 && !hasSets) {
      // "None" is only true when every place that could hold one was looked at.
      if (gaps.length > 0 || facts.backupRuns.state === 'unknown') {
        return [
          {
            state: 'unknown' as const,
            title: 'Could not tell whether there is a backup',
            reason: `${joinSentences([...gaps, ...runGaps])}`,
            remedies: [setUp] as const,
          },
        ];
      }
      if (driveGaps.length > 0) {
        return [
          {
            state: 'unknown' as const,
            title: 'Could not tell whether there is a backup',
            reason: `${found} ${joinSentences(driveGaps)}`,
            remedies: [setUp] as const,
          },
        ];
      }
      return [{ state: 'fail' as const, title: 'No backup is set up', found, wanted, why, remedies: [setUp] as const }];
    }
    if (runs.some((run) => run.at === 'never') && unseen.length === 0) {
      return [
        {
          state: 'fail' as const,
          title: 'A backup is set up but has never finished',
          found,
          wanted,
          why,
          remedies: ['back-up-now'] as const,
        },
      ];
    }
    return [
      {
        state: 'unknown' as const,
        title: 'Could not tell when the last backup was',
        reason: `${configured} ${unseen.length > 0 ? joinSentences(unseen) : 'Nothing readable says when it last finished.'}`,
        remedies: ['back-up-now'] as const,
      },
    ];
  },
});

const joinSentences = (sentences: readonly string[]): string => [...new Set(sentences)].join(' ');
