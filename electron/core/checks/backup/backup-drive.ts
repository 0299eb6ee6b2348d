/** Owns the check "is there a recent backup": what is set up, what is attached, what was finished, kept apart. */
import { asMessage, type Message, messages, type Title, titles } from '../../messages/messages.ts';
import { ago, measure, name, term } from '../../messages/value.ts';
import { days } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { attachedText, once, placeText, runningText, setUpText } from './backup-phrases.ts';
import { backUpRemedies, backUpWith, setUpRemedies } from './backup-remedies.ts';
import { type BackupState, backupStateOf, type Copy, runningNow } from './backup-state.ts';

const title = titles('backup-drive', {
  none: 'You have no backup',
  never: 'Your backup has never finished',
  last: 'Last backup {when}',
  lastTo: 'Last backup {when} to {place}',
  failed: 'Your latest backup didn’t finish',
  future: 'Couldn’t check how old your backup is',
  away: 'Your backup drive hasn’t been seen lately',
  unknownAge: 'Couldn’t check when you last backed up',
  unknown: 'Couldn’t check for a backup',
});

const words = messages('backup-drive', {
  question: 'Is there a recent backup?',
  why: 'If malware locks your files, only a recent backup on an unplugged drive gets them back.',
  readsLinux:
    'Settings and notes of Déjà Dup, Pika, Back In Time, Borg, Vorta, borgmatic, restic, duplicity, rsnapshot, Kopia, Duplicati, luckyBackup, Timeshift, Snapper and programs that synchronise; attached drives and the backup sets on them; the programs that run, and what backup programs and scripts among them were told to do',
  readsDarwin:
    'Time Machine’s destinations, finished backups and state; whether Arq, Backblaze, Carbon Copy Cloner, SuperDuper! and programs that synchronise are installed, and whether iCloud Drive is on; attached drives, and the backup sets on them where macOS lets Greenroom look; the programs that run',
  readsWin32:
    'The settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives, whether they are encrypted, and the backup sets on them; the programs that run',
  wanted: 'a backup not older than {age}',
  noneFinished: 'No finished backup is known.',
  finished: 'Last backup: {when} ({tool}).',
  unreadable: 'Nothing readable says when it last finished.',
  future: 'The last backup is dated {day}, which is in the future.',
  failed: 'A later attempt of {tool} didn’t finish.',
  yours: 'You said that “{drive}” is your backup drive.',
  seen: 'It was last seen {when}.',
  unknownProgram: 'Greenroom doesn’t know the program that writes to it.',
});

/** A place that was last written to before this counts as given up. */
const UNUSED_DAYS = 90;

const remedies = { ...setUpRemedies, ...backUpRemedies };
type Remedy = keyof typeof remedies;

/** What could not be read, as its reader says it. */
const gapsOf = (texts: readonly Message[]): readonly Message[] => texts.map(asMessage);

const describe = messages('policy.backup-drive', {
  maximumAgeDays: 'How old the last backup may be.',
  cautionAgeDays: 'How old a backup may be before it is a failure and no longer a caution.',
});

export const backupDrive = defineCheck({
  id: 'backup-drive',
  area: 'backup',
  when: 'after-call',
  keepsCautions: true,
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['backupTools'],
  uses: ['externalDrives', 'backupRuns', 'backupActivity', 'backupMemory'],
  policy: {
    maximumAgeDays: days(7, describe.maximumAgeDays),
    cautionAgeDays: days(30, describe.cautionAgeDays),
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
    const wanted = words.wanted({ age: measure(policy.maximumAgeDays, 'day') });
    const { why } = words;
    const drivesKnown = facts.externalDrives.state === 'known';

    const told = (...finished: readonly Message[]): readonly Message[] => [
      ...setUpText(state),
      ...attachedText(state, drivesKnown, { place: last?.place, isFresh }, now),
      ...finished,
      ...runningText(runningNow(facts.backupActivity) ?? []),
    ];

    if (last !== undefined) return [aged(last)];
    const none = told(words.noneFinished);
    const unseen = [...gaps.tools, ...gaps.runs, ...gaps.drives];
    const registered = state.places.filter(({ remembered }) => (remembered?.registeredAt ?? null) !== null);
    if (backups.length === 0 && !drives.some(({ sets }) => sets.length > 0)) {
      if (registered.length > 0) return [onlyRegistered(registered)];
      // "None" is only true when every place that could hold one was looked at.
      if (gaps.tools.length > 0 || facts.backupRuns.state === 'unknown')
        return [unknown(title.unknown, gapsOf([...gaps.tools, ...gaps.runs]), setUp)];
      if (gaps.drives.length > 0) return [unknown(title.unknown, [...none, ...gapsOf(gaps.drives)], setUp)];
      return [{ state: 'fail', title: title.none, found: once(none), wanted, why, remedies: setUp }];
    }
    if (runs.some((run) => run.at === 'never') && unseen.length === 0)
      return [{ state: 'fail', title: title.never, found: once(none), wanted, why, remedies: backUp }];
    const reasons = unseen.length > 0 ? gapsOf(unseen) : [words.unreadable];
    return [unknown(title.unknownAge, [...setUpText(state), ...reasons], backUp)];

    function unknown(
      heading: Title,
      reasons: readonly Message[],
      repair: readonly [Remedy, ...Remedy[]],
    ): Judgement<Remedy> {
      return { state: 'unknown', title: heading, reason: once(reasons), remedies: repair };
    }

    function aged(copy: Copy): Judgement<Remedy> {
      // A clock that was wrong proves nothing about how old the copy is.
      if (age < -1) return unknown(title.future, [words.future({ day: term(copy.at.slice(0, 10)) })], backUp);
      const when = ago(copy.at, now);
      const { place } = copy;
      const heading =
        place === undefined || place.kind === 'unknown'
          ? title.last({ when })
          : title.lastTo({ when, place: placeText(place) });
      const finished = told(words.finished({ when, tool: name(copy.name) }));
      const source = copy.evidence === undefined ? {} : { source: copy.evidence };
      // What was not written to for months is not in use any more, while another copy is fresh.
      const failed = runs.find(
        (run) => run.lastAttemptFailed === true && (run.at === 'never' || daysBetween(run.at, now) <= UNUSED_DAYS),
      );
      if (isFresh && failed === undefined)
        return { state: 'pass', title: heading, found: once(finished), wanted, ...source };
      const problem = { wanted, why, remedies: backUp, ...source } as const;
      if (isFresh && failed !== undefined) {
        const found = once([...finished, words.failed({ tool: name(failed.name) })]);
        return { ...problem, state: 'caution', title: title.failed, found };
      }
      const isCaution = age <= policy.cautionAgeDays;
      return { ...problem, state: isCaution ? 'caution' : 'fail', title: heading, found: once(finished) };
    }

    /** The person says that there is a backup drive; what is on it no program that Greenroom knows tells. */
    function onlyRegistered(places: BackupState['places']): Judgement<Remedy> {
      const [place] = places.toSorted((a, b) =>
        (b.remembered?.lastSeenAt ?? '').localeCompare(a.remembered?.lastSeenAt ?? ''),
      );
      const seen = place?.remembered?.lastSeenAt ?? now;
      const away = place?.drive === undefined && drivesKnown ? daysBetween(seen, now) : 0;
      const yours = [...none, words.yours({ drive: name(place?.name ?? '') })];
      if (away > policy.cautionAgeDays) {
        const found = once([...yours, words.seen({ when: ago(seen, now) })]);
        return { state: 'caution', title: title.away, found, wanted, why, remedies: backUp };
      }
      return unknown(title.unknownAge, [...yours, words.unknownProgram], backUp);
    }
  },
});
