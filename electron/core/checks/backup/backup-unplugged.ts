/** Owns the check "is the backup drive unplugged when no backup runs": what is always attached, an attacker reaches too. */

import { days, integerKey } from '../../policy/policy.ts';
import { count } from '../../text/phrases.ts';
import { daysBetween, longDate } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';
import { quoted } from './backup-phrases.ts';
import { ejectRemedies } from './backup-remedies.ts';
import { backupStateOf, runningNow } from './backup-state.ts';

const why =
  'Software that locks files for ransom locks those on every attached drive as well. A backup that is always attached is lost with the rest.';

export const backupUnplugged = defineCheck({
  id: 'backup-unplugged',
  area: 'backup',
  when: 'after-call',
  question: 'Is the backup drive unplugged when no backup runs?',
  unknownTitle: 'Could not tell whether the backup drive is always attached',
  why,
  reads: {
    linux:
      'Attached drives, now and at earlier checks, and the backup sets on them; the settings and notes of backup programs, each as “Is there a recent backup?” names them; the programs that run, and what backup programs and scripts among them were told to do',
    darwin:
      'Attached drives, now and at earlier checks, and the backup sets on them where macOS lets Greenroom look; Time Machine’s destinations, finished backups and state; whether other backup programs and programs that synchronise are installed, and whether iCloud Drive is on; the programs that run',
    win32:
      'Attached drives, now and at earlier checks, whether they are encrypted, and the backup sets on them; the settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; the programs that run',
  },
  needs: ['backupTools', 'externalDrives', 'backupMemory'],
  uses: ['backupRuns', 'backupActivity'],
  policy: {
    attachedChecks: integerKey(5, 'checks', 2, 1000, 'At how many checks in a row a backup drive may be attached.'),
    attachedDays: days(7, 'Over how many days it must have been attached before that is a caution.', 365),
  },
  remedies: ejectRemedies,
  judge: ({ facts, policy, platform, now }) => {
    const { places } = backupStateOf(facts);
    const attached = places.filter(({ drive }) => drive !== undefined);
    if (places.length === 0)
      return [
        {
          state: 'not-applicable' as const,
          title: 'There is no backup drive to look for',
          reason: 'No drive is known to hold backups.',
        },
      ];
    if (attached.length === 0)
      return [
        {
          state: 'pass' as const,
          title: 'No backup drive is attached',
          found: 'No drive that is known to hold backups is attached.',
        },
      ];
    const running = runningNow(facts.backupActivity) ?? [];
    const always = attached.flatMap(({ name, remembered }) => {
      const since = remembered?.attachedSince ?? null;
      // This check is one of them.
      return remembered !== undefined &&
        since !== null &&
        remembered.checks + 1 >= policy.attachedChecks &&
        daysBetween(since, now) >= policy.attachedDays
        ? [{ name, since, checks: remembered.checks + 1 }]
        : [];
    });
    const [worst] = always;
    const wanted = 'the drive unplugged once a backup has finished';
    if (worst === undefined || running.length > 0)
      return [
        {
          state: 'pass' as const,
          title: `Your backup drive ${quoted(attached[0]?.name ?? '')} is attached${running.length > 0 ? ' while a backup runs' : ''}`,
          found: `It was not attached at each of the last ${count(policy.attachedChecks, 'check')} over ${count(policy.attachedDays, 'day')}, or a backup runs.`,
          wanted,
        },
      ];
    return [
      {
        state: 'caution' as const,
        title: `Unplug your backup drive ${quoted(worst.name)} after the backup`,
        found: `It was attached at each of the last ${count(worst.checks, 'check')}, since ${longDate(worst.since)}.`,
        wanted,
        why,
        remedies: [`eject-${platform}` as const] as const,
      },
    ];
  },
});
