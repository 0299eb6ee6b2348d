/** Owns the check "is the backup drive unplugged when no backup runs": what is always attached, an attacker reaches too. */
import { messages, titles } from '../../messages/messages.ts';
import { date, measure, name } from '../../messages/value.ts';
import { days, integerKey } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';
import { ejectRemedies } from './backup-remedies.ts';
import { backupStateOf, runningNow } from './backup-state.ts';

const title = titles('backup-unplugged', {
  unplug: 'Unplug your backup drive “{drive}”',
  attached: 'Your backup drive “{drive}” is attached',
  away: 'No backup drive is attached',
  none: 'You have no backup drive yet',
  unknown: 'Couldn’t check whether your backup drive stays attached',
});

const words = messages('backup-unplugged', {
  question: 'Is the backup drive unplugged when no backup runs?',
  why: 'Ransomware locks the files on every attached drive. A backup that’s always attached is lost with the rest.',
  readsLinux:
    'Attached drives, now and at earlier checks, and the backup sets on them; the settings and notes of backup programs, each as “Is there a recent backup?” names them; the programs that run, and what backup programs and scripts among them were told to do',
  readsDarwin:
    'Attached drives, now and at earlier checks, and the backup sets on them where macOS lets Greenroom look; Time Machine’s destinations, finished backups and state; whether other backup programs and programs that synchronise are installed, and whether iCloud Drive is on; the programs that run',
  readsWin32:
    'Attached drives, now and at earlier checks, whether they are encrypted, and the backup sets on them; the settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; the programs that run',
  wanted: 'the drive unplugged once a backup has finished',
  none: 'No drive is known to hold backups.',
  away: 'No drive that is known to hold backups is attached.',
  notAlways: 'It wasn’t attached at each of the last {checks, plural, one {# check} other {# checks}} over {time}.',
  running: 'A backup is running.',
  always: 'It was attached at each of the last {checks, plural, one {# check} other {# checks}}, since {since}.',
});

const describe = messages('policy.backup-unplugged', {
  attachedChecks: 'At how many checks in a row a backup drive may be attached.',
  attachedDays: 'Over how many days it must have been attached before that is a caution.',
});

export const backupUnplugged = defineCheck({
  id: 'backup-unplugged',
  area: 'backup',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['backupTools', 'externalDrives', 'backupMemory'],
  uses: ['backupRuns', 'backupActivity'],
  policy: {
    attachedChecks: integerKey(5, 'checks', 2, 1000, describe.attachedChecks),
    attachedDays: days(7, describe.attachedDays, 365),
  },
  remedies: ejectRemedies,
  judge: ({ facts, policy, platform, now }) => {
    const { places } = backupStateOf(facts);
    const [first, ...more] = places.filter(({ drive }) => drive !== undefined);
    if (places.length === 0) return [{ state: 'not-applicable', title: title.none, reason: words.none }];
    if (first === undefined) return [{ state: 'pass', title: title.away, found: words.away }];
    const running = runningNow(facts.backupActivity) ?? [];
    const always = [first, ...more].flatMap(({ name: drive, remembered }) => {
      const since = remembered?.attachedSince ?? null;
      // This check is one of them.
      return remembered !== undefined &&
        since !== null &&
        remembered.checks + 1 >= policy.attachedChecks &&
        daysBetween(since, now) >= policy.attachedDays
        ? [{ drive, since, checks: remembered.checks + 1 }]
        : [];
    });
    const [worst] = always;
    const { wanted, why } = words;
    if (worst === undefined || running.length > 0) {
      const time = measure(policy.attachedDays, 'day');
      const found = running.length > 0 ? words.running : words.notAlways({ checks: policy.attachedChecks, time });
      return [{ state: 'pass', title: title.attached({ drive: name(first.name) }), found, wanted }];
    }
    const heading = title.unplug({ drive: name(worst.drive) });
    const found = words.always({ checks: worst.checks, since: date(worst.since) });
    return [{ state: 'caution', title: heading, found, wanted, why, remedies: [`eject-${platform}`] }];
  },
});
