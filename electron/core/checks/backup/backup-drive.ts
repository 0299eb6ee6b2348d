/** Owns the check "is there a recent backup": what is set up, what is attached, what was finished, kept apart. */

import { days } from '../../policy/policy.ts';
import { daysAgo, daysBetween } from '../../text/time.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { attachedText, quoted, runningText, setUpText, towards } from './backup-phrases.ts';
import { backUpRemedies, backUpWith, setUpRemedies } from './backup-remedies.ts';
import { type BackupState, backupStateOf, type Copy, runningNow } from './backup-state.ts';

const why =
  'An attack that gets in through a meeting can lock or delete every file. A recent copy on a drive that is not always attached is what brings them back.';

const remedies = { ...setUpRemedies, ...backUpRemedies };
type Remedy = keyof typeof remedies;

const joinSentences = (sentences: readonly string[]): string => [...new Set(sentences)].join(' ');

const NOT_KNOWN = 'Could not tell when the last backup was';

export const backupDrive = defineCheck({
  id: 'backup-drive',
  area: 'backup',
  when: 'after-call',
  keepsCautions: true,
  question: 'Is there a recent backup?',
  unknownTitle: 'Could not tell whether there is a backup',
  why,
  reads: {
    linux:
      'Settings and notes of Déjà Dup, Pika, Back In Time, Borg, Vorta, borgmatic, restic, duplicity, rsnapshot, Kopia, Duplicati, luckyBackup, Timeshift, Snapper and programs that synchronise; attached drives and the backup sets on them; the programs that run, and what backup programs and scripts among them were told to do',
    darwin:
      'Time Machine’s destinations, finished backups and state; whether Arq, Backblaze, Carbon Copy Cloner, SuperDuper! and programs that synchronise are installed, and whether iCloud Drive is on; attached drives, and the backup sets on them where macOS lets Greenroom look; the programs that run',
    win32:
      'The settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives, whether they are encrypted, and the backup sets on them; the programs that run',
  },
  needs: ['backupTools'],
  uses: ['externalDrives', 'backupRuns', 'backupActivity', 'backupMemory'],
  policy: {
    maximumAgeDays: days(7, 'How old the last backup may be.'),
    cautionAgeDays: days(30, 'How old a backup may be before it is a failure and no longer a caution.'),
  },
  remedies,
  judge: ({ facts, policy, platform, now }): readonly Judgement<Remedy>[] => {
    const state = backupStateOf(facts);
    const { backups, drives, copies, gaps } = state;
    const [last] = copies;
    const runs = facts.backupRuns.state === 'known' ? facts.backupRuns.value.runs : [];
    const age = last === undefined ? Number.NaN : daysBetween(last.at, now);
    const isFresh = age <= policy.maximumAgeDays;
    const backUp = [
      backUpWith(
        platform,
        backups.map(({ id }) => id),
      ),
    ] as const;
    const setUp = [`set-up-${platform}` as const] as const;
    const wanted = `a backup not older than ${policy.maximumAgeDays} days`;
    const drivesKnown = facts.externalDrives.state === 'known';

    const facts3 = (finished: string): string =>
      joinSentences([
        setUpText(state),
        attachedText(state, drivesKnown, { place: last?.place, isFresh }, now),
        finished,
        ...(runningNow(facts.backupActivity)?.length ? [runningText(runningNow(facts.backupActivity) ?? [])] : []),
      ]);

    if (last !== undefined) return [aged(last)];
    const found = facts3('No finished backup is known.');
    const unseen = [...gaps.tools, ...gaps.runs, ...gaps.drives];
    const registered = state.places.filter(({ remembered }) => (remembered?.registeredAt ?? null) !== null);
    if (backups.length === 0 && !drives.some(({ sets }) => sets.length > 0)) {
      if (registered.length > 0) return [onlyRegistered(registered)];
      // "None" is only true when every place that could hold one was looked at.
      if (gaps.tools.length > 0 || facts.backupRuns.state === 'unknown')
        return [
          unknown('Could not tell whether there is a backup', joinSentences([...gaps.tools, ...gaps.runs]), setUp),
        ];
      if (gaps.drives.length > 0)
        return [unknown('Could not tell whether there is a backup', `${found} ${joinSentences(gaps.drives)}`, setUp)];
      return [{ state: 'fail', title: 'No backup is set up', found, wanted, why, remedies: setUp }];
    }
    if (runs.some((run) => run.at === 'never') && unseen.length === 0)
      return [
        { state: 'fail', title: 'A backup is set up but has never finished', found, wanted, why, remedies: backUp },
      ];
    return [
      unknown(
        NOT_KNOWN,
        `${setUpText(state)} ${unseen.length > 0 ? joinSentences(unseen) : 'Nothing readable says when it last finished.'}`,
        backUp,
      ),
    ];

    function unknown(title: string, reason: string, mend: readonly [Remedy, ...Remedy[]]): Judgement<Remedy> {
      return { state: 'unknown', title, reason, remedies: mend };
    }

    function aged(copy: Copy): Judgement<Remedy> {
      const where = copy.place === undefined ? `: ${copy.name}` : ` ${towards(copy.place)}`.trimEnd();
      const title = `Last backup ${daysAgo(copy.at, now)}${where}`;
      // A clock that was wrong proves nothing about how old the copy is.
      if (age < -1)
        return unknown(
          'Could not tell how old the last backup is',
          `The last backup is dated ${copy.at.slice(0, 10)}, which is in the future.`,
          backUp,
        );
      const told = facts3(`Last backup: ${daysAgo(copy.at, now)} (${copy.name}).`);
      const source = copy.evidence === undefined ? {} : { source: copy.evidence };
      const failed = runs.find((run) => run.lastAttemptFailed === true);
      if (isFresh && failed === undefined) return { state: 'pass', title, found: told, wanted, ...source };
      if (isFresh && failed !== undefined)
        return {
          state: 'caution',
          title: `${title}, but a later attempt did not finish`,
          found: `${told} A later attempt of ${failed.name} did not finish.`,
          wanted,
          why,
          remedies: backUp,
          ...source,
        };
      return {
        state: age <= policy.cautionAgeDays ? 'caution' : 'fail',
        title,
        found: told,
        wanted,
        why,
        remedies: backUp,
        ...source,
      };
    }

    /** The person says that there is a backup drive; what is on it no program that Greenroom knows tells. */
    function onlyRegistered(places: BackupState['places']): Judgement<Remedy> {
      const [place] = places.toSorted((a, b) =>
        (b.remembered?.lastSeenAt ?? '').localeCompare(a.remembered?.lastSeenAt ?? ''),
      );
      const name = quoted(place?.name ?? '');
      const seen = place?.remembered?.lastSeenAt ?? now;
      const away = place?.drive === undefined && drivesKnown ? daysBetween(seen, now) : 0;
      const told = `${facts3('No finished backup is known.')} You said that ${name} is your backup drive.`;
      if (away > policy.cautionAgeDays)
        return {
          state: 'caution',
          title: `Your backup drive ${name} was last seen ${daysAgo(seen, now)}`,
          found: told,
          wanted,
          why,
          remedies: backUp,
        };
      return unknown(NOT_KNOWN, `${told} Greenroom does not know the program that writes to it.`, backUp);
    }
  },
});
