/** Owns the check "is the backup out of an attacker's reach": on a drive that can be unplugged, encrypted where that is wanted. */

import { days, flag } from '../../policy/policy.ts';
import { formatList } from '../../text/phrases.ts';
import { daysBetween, longDate } from '../../text/time.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { quoted, roomText } from './backup-phrases.ts';
import { ejectRemedies, setUpRemedies } from './backup-remedies.ts';
import { backupStateOf, type Copy, type Place } from './backup-state.ts';

const why =
  'Whoever gets into this computer reaches its folders, its network and its online storage as well. A drive that lies in a drawer is out of reach.';
const whyEncrypted = 'Whoever finds or takes a drive that is not encrypted can read everything on it.';
const whyFit = 'The next backup cannot be written, and nothing may say so until it is needed.';

/** Less room than this is none: 1 % of the drive, at most 5 GB. */
const isFull = ({ freeBytes, sizeBytes }: { freeBytes: number | null; sizeBytes: number | null }): boolean =>
  freeBytes !== null && freeBytes < Math.min(5e9, (sizeBytes ?? 0) / 100);

const remedies = {
  ...setUpRemedies,
  ...ejectRemedies,
  encrypt: {
    label: 'Encrypt the backups',
    minutes: 60,
    steps: [
      'Look in your backup program for a setting that encrypts the backup; most ask for a password once.',
      'If it has none, encrypt the drive itself, and start the backup anew: with BitLocker To Go, in Disk Utility or in Disks.',
      'Keep the password where you find it without this computer.',
    ],
  },
  'make-room': {
    label: 'Make room on the drive',
    minutes: 15,
    steps: [
      'Open your backup program and let it delete old backups, or choose a larger drive.',
      'Make a backup, and see that it finishes.',
    ],
  },
  'make-writable': {
    label: 'Make the drive writable again',
    minutes: 5,
    steps: [
      'A memory card has a small switch for this at its side: see that it is open.',
      'Unplug the drive and attach it again. If it stays read-only, let the system check it for faults, or replace it.',
    ],
  },
} as const;
type Remedy = keyof typeof remedies;

const placeName = ({ kind, name }: Place): string => (kind === 'drive' || kind === 'folder' ? quoted(name) : name);
const namesOf = (places: readonly Place[]): string => formatList([...new Set(places.map(placeName))]);

export const backupDestination = defineCheck({
  id: 'backup-destination',
  area: 'backup',
  when: 'after-call',
  question: 'Is the backup out of an attacker’s reach?',
  unknownTitle: 'Could not tell where the backups are kept',
  why,
  reads: {
    linux:
      'The settings and notes of backup programs, each as “Is there a recent backup?” names them; attached drives, the backup sets on them, their room and their encryption',
    darwin:
      'Time Machine’s destinations and finished backups; whether other backup programs and programs that synchronise are installed, and whether iCloud Drive is on; attached drives, and the backup sets on them where macOS lets Greenroom look',
    win32:
      'The settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives, the backup sets on them, their room and their encryption',
  },
  needs: ['backupTools'],
  uses: ['externalDrives', 'backupRuns', 'backupMemory'],
  policy: {
    maximumAgeDays: days(7, 'How old the copy on a drive that can be unplugged may be while others are newer.'),
    requireExternal: flag(false, 'Fail, and not only caution, when no backup is on a drive that can be unplugged.'),
    requireEncrypted: flag(false, 'Fail when a backup on a drive that can be unplugged is not encrypted.'),
  },
  remedies,
  judge: ({ facts, policy, platform, now }): readonly Judgement<Remedy>[] => {
    const { places, backups, copies, gaps } = backupStateOf(facts);
    if (places.length === 0) {
      if (backups.length === 0)
        return gaps.tools.length > 0
          ? [
              {
                state: 'unknown',
                title: 'Could not tell where the backups are kept',
                reason: [...new Set(gaps.tools)].join(' '),
              },
            ]
          : [{ state: 'not-applicable', title: 'There is no backup to look for', reason: 'No backup is set up.' }];
      return [
        {
          state: 'unknown',
          title: 'Could not tell where the backups are kept',
          reason: `${formatList(backups.map(({ name }) => name))} ${backups.length === 1 ? 'does' : 'do'} not say where to.`,
        },
      ];
    }
    const external = places.filter((place) => place.external === true);
    if (external.length === 0) {
      if (places.some((place) => place.external === null))
        return [
          {
            state: 'unknown',
            title: 'Could not tell whether a backup is on a drive that can be unplugged',
            reason: `Backups go to ${namesOf(places)}. Whether that can be unplugged cannot be seen.`,
          },
        ];
      return [
        {
          state: policy.requireExternal ? 'fail' : 'caution',
          title: 'No backup is on a drive that can be unplugged',
          found: `Backups go to ${namesOf(places)}.`,
          wanted: 'a backup on an external drive',
          why,
          remedies: [`set-up-${platform}` as const],
        },
      ];
    }
    const shut = external.find(({ drive }) => drive?.readOnly === true);
    const full = external.find(({ drive }) => drive !== undefined && drive.readOnly !== true && isFull(drive));
    const age = (copy: Copy | undefined): number => (copy === undefined ? Number.NaN : daysBetween(copy.at, now));
    const out = copies.find(({ place }) => place?.external === true);
    // Where every copy is old, the check of the last backup says so.
    const isLeftBehind = age(out) > policy.maximumAgeDays && age(copies[0]) <= policy.maximumAgeDays;
    const open = external.filter(({ encrypted }) => encrypted === false);
    const unclear = external.filter(({ encrypted }) => encrypted === null);
    if (policy.requireEncrypted && open.length > 0)
      return [
        {
          state: 'fail',
          title: `The backup on ${namesOf(open)} is not encrypted`,
          found: `Not encrypted: ${namesOf(open)}.`,
          wanted: 'an encrypted backup',
          why: whyEncrypted,
          remedies: ['encrypt'],
        },
      ];
    if (shut !== undefined)
      return [
        {
          state: 'caution',
          title: `Nothing can be written to your backup drive ${quoted(shut.name)}`,
          found: `${quoted(shut.name)} is attached and read-only.`,
          wanted: 'a drive that the next backup can be written to',
          why: whyFit,
          remedies: ['make-writable'],
        },
      ];
    if (full?.drive !== undefined)
      return [
        {
          state: 'caution',
          title: `Your backup drive ${quoted(full.name)} is full`,
          found: `${quoted(full.name)}: ${roomText(full.drive.freeBytes ?? 0)}.`,
          wanted: 'room for the next backup',
          why: whyFit,
          remedies: ['make-room', `eject-${platform}` as const],
        },
      ];
    if (out !== undefined && isLeftBehind)
      return [
        {
          state: 'caution',
          title: `The copy that can be unplugged is ${age(out)} days old`,
          found: `Newest on ${namesOf(out.place === undefined ? external : [out.place])}: ${longDate(out.at)}. Newer copies are only where an attacker reaches them, too.`,
          wanted: `a copy not older than ${policy.maximumAgeDays} days on a drive that can be unplugged`,
          why,
          remedies: [`set-up-${platform}` as const],
        },
      ];
    if (policy.requireEncrypted && unclear.length > 0)
      return [
        {
          state: 'unknown',
          title: 'Could not tell whether the backup is encrypted',
          reason: `Whether the backup on ${namesOf(unclear)} is encrypted can be seen only while it is attached, if at all.`,
        },
      ];
    const told = open.length > 0 ? ` It is not encrypted.` : unclear.length > 0 ? '' : ' It is encrypted.';
    return [
      {
        state: 'pass',
        title: `Backups go to ${namesOf(external)}, which can be unplugged`,
        found: `Backups go to ${namesOf(places)}.${external.length === 1 ? told : ''}`,
        wanted: policy.requireEncrypted ? 'an encrypted backup on an external drive' : 'a backup on an external drive',
      },
    ];
  },
});
