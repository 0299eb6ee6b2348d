/** Owns the check "is the backup out of an attacker's reach": on a drive that can be unplugged, encrypted where that is wanted. */
import { asMessage, messages, sentences, titles } from '../../messages/messages.ts';
import { date, list, measure, name, size, type Value } from '../../messages/value.ts';
import { days, flag } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { once, placeText } from './backup-phrases.ts';
import { ejectRemedies, setUpRemedies } from './backup-remedies.ts';
import { backupStateOf, type Copy, type Place } from './backup-state.ts';

const title = titles('backup-destination', {
  within: 'None of your backups can be unplugged',
  withinUnknown: 'Couldn’t check whether backups can be unplugged',
  open: 'Your backup on {places} isn’t encrypted',
  readOnly: 'Your backup drive {drive} is read-only',
  full: 'Your backup drive {drive} is full',
  old: 'Your unplugged backup is {age} old',
  encryptionUnknown: 'Couldn’t check whether your backup is encrypted',
  external: 'Backups go to {places}',
  none: 'You have no backup yet',
  unknown: 'Couldn’t check where your backups are kept',
});

const words = messages('backup-destination', {
  question: 'Is the backup out of an attacker’s reach?',
  why: 'Anyone who gets into this computer also reaches its network and online storage. A drive in a drawer is safe.',
  whyEncrypted: 'Anyone who finds or takes a drive that isn’t encrypted can read everything on it.',
  whyFit: 'The next backup can’t be written, and nothing may tell you until you need it.',
  readsLinux:
    'The settings and notes of backup programs, each as “Is there a recent backup?” names them; attached drives, the backup sets on them, their room and their encryption',
  readsDarwin:
    'Time Machine’s destinations and finished backups; whether other backup programs and programs that synchronise are installed, and whether iCloud Drive is on; attached drives, and the backup sets on them where macOS lets Greenroom look',
  readsWin32:
    'The settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives, the backup sets on them, their room and their encryption',
  none: 'No backup is set up.',
  silent: '{n, plural, one {{tools} doesn’t say where to.} other {{tools} don’t say where to.}}',
  goTo: 'Backups go to {places}.',
  unseen: 'Whether you can unplug that can’t be seen.',
  wantedExternal: 'a backup on an external drive',
  wantedEncrypted: 'an encrypted backup',
  wantedBoth: 'an encrypted backup on an external drive',
  wantedWritable: 'a drive that the next backup can be written to',
  wantedRoom: 'room for the next backup',
  wantedAge: 'a copy not older than {age} on a drive you can unplug',
  open: 'Not encrypted: {places}.',
  readOnly: '{drive} is attached and read-only.',
  room: '{drive} has {room} free.',
  newest: 'The newest on {places} is from {day}.',
  newer: 'Newer copies are only where an attacker can reach them too.',
  encryptionUnseen: 'Encryption of the backup on {places} shows only while it’s attached, if at all.',
  unencrypted: 'It isn’t encrypted.',
  encrypted: 'It’s encrypted.',
  encrypt: 'Encrypt the backups',
  lookEncrypt: 'Look in your backup program for a setting that encrypts the backup; most ask for a password once.',
  encryptDrive: 'If it has none, encrypt the drive with BitLocker To Go, Disk Utility or Disks, and back up again.',
  password: 'Keep the password where you can find it without this computer.',
  makeRoom: 'Make room on the drive',
  deleteOld: 'Let your backup program delete old backups, or choose a larger drive.',
  seeFinish: 'Make a backup, and see that it finishes.',
  makeWritable: 'Make the drive writable again',
  lockSwitch: 'A memory card has a small switch on its side: check that it’s open.',
  reattach: 'Unplug the drive and attach it again.',
  repair: 'If it stays read-only, let the system check it for errors, or replace it.',
});

/** Less room than this is none: 1 % of the drive, at most 5 GB. */
const isFull = ({ freeBytes, sizeBytes }: { freeBytes: number | null; sizeBytes: number | null }): boolean =>
  freeBytes !== null && freeBytes < Math.min(5e9, (sizeBytes ?? 0) / 100);

const remedies = {
  ...setUpRemedies,
  ...ejectRemedies,
  encrypt: { label: words.encrypt, minutes: 60, steps: [words.lookEncrypt, words.encryptDrive, words.password] },
  'make-room': { label: words.makeRoom, minutes: 15, steps: [words.deleteOld, words.seeFinish] },
  'make-writable': {
    label: words.makeWritable,
    minutes: 5,
    steps: [words.lockSwitch, words.reattach, words.repair],
  },
} as const;
type Remedy = keyof typeof remedies;

const namesOf = (places: readonly Place[]): Value =>
  list([...new Map(places.map((one) => [`${one.kind} ${one.name}`, placeText(one)])).values()]);

const describe = messages('policy.backup-destination', {
  maximumAgeDays: 'How old the copy on a drive that can be unplugged may be while others are newer.',
  requireExternal: 'Fail, and not only caution, when no backup is on a drive that can be unplugged.',
  requireEncrypted: 'Fail when a backup on a drive that can be unplugged is not encrypted.',
});

export const backupDestination = defineCheck({
  id: 'backup-destination',
  area: 'backup',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['backupTools'],
  uses: ['externalDrives', 'backupRuns', 'backupMemory'],
  policy: {
    maximumAgeDays: days(7, describe.maximumAgeDays),
    requireExternal: flag(false, describe.requireExternal),
    requireEncrypted: flag(false, describe.requireEncrypted),
  },
  remedies,
  judge: ({ facts, policy, platform, now }): readonly Judgement<Remedy>[] => {
    const { places, backups, copies, gaps } = backupStateOf(facts);
    if (places.length === 0) {
      if (backups.length > 0) {
        const reason = words.silent({ tools: list(backups.map((tool) => name(tool.name))), n: backups.length });
        return [{ state: 'unknown', title: title.unknown, reason }];
      }
      if (gaps.tools.length === 0) return [{ state: 'not-applicable', title: title.none, reason: words.none }];
      const reason = once(gaps.tools.map(asMessage));
      return [{ state: 'unknown', title: title.unknown, reason }];
    }
    const goTo = words.goTo({ places: namesOf(places) });
    const setUp = [`set-up-${platform}` as const] as const;
    const external = places.filter((place) => place.external === true);
    if (external.length === 0) {
      if (places.some((place) => place.external === null))
        return [{ state: 'unknown', title: title.withinUnknown, reason: sentences([goTo, words.unseen]) }];
      const state = policy.requireExternal ? 'fail' : 'caution';
      const problem = { found: goTo, wanted: words.wantedExternal, why: words.why, remedies: setUp };
      return [{ ...problem, state, title: title.within }];
    }
    const shut = external.find(({ drive }) => drive?.readOnly === true);
    const full = external.find(({ drive }) => drive !== undefined && drive.readOnly !== true && isFull(drive));
    const age = (copy: Copy | undefined): number => (copy === undefined ? Number.NaN : daysBetween(copy.at, now));
    const out = copies.find(({ place }) => place?.external === true);
    // Where every copy is old, the check of the last backup says so.
    const isLeftBehind = age(out) > policy.maximumAgeDays && age(copies[0]) <= policy.maximumAgeDays;
    const open = external.filter(({ encrypted }) => encrypted === false);
    const unclear = external.filter(({ encrypted }) => encrypted === null);
    if (policy.requireEncrypted && open.length > 0) {
      const about = { places: namesOf(open) };
      const problem = { found: words.open(about), wanted: words.wantedEncrypted, why: words.whyEncrypted };
      return [{ ...problem, state: 'fail', title: title.open(about), remedies: ['encrypt'] }];
    }
    if (shut !== undefined) {
      const drive = placeText(shut);
      const problem = { found: words.readOnly({ drive }), wanted: words.wantedWritable, why: words.whyFit };
      return [{ ...problem, state: 'caution', title: title.readOnly({ drive }), remedies: ['make-writable'] }];
    }
    if (full?.drive !== undefined) {
      const drive = placeText(full);
      const found = words.room({ drive, room: size(full.drive.freeBytes ?? 0) });
      const remedies = ['make-room', `eject-${platform}`] as const;
      const problem = { found, wanted: words.wantedRoom, why: words.whyFit, remedies };
      return [{ ...problem, state: 'caution', title: title.full({ drive }) }];
    }
    if (out !== undefined && isLeftBehind) {
      const newest = words.newest({
        places: namesOf(out.place === undefined ? external : [out.place]),
        day: date(out.at),
      });
      const wanted = words.wantedAge({ age: measure(policy.maximumAgeDays, 'day') });
      const problem = { found: sentences([newest, words.newer]), wanted, why: words.why, remedies: setUp };
      return [{ ...problem, state: 'caution', title: title.old({ age: measure(age(out), 'day') }) }];
    }
    if (policy.requireEncrypted && unclear.length > 0) {
      const reason = words.encryptionUnseen({ places: namesOf(unclear) });
      return [{ state: 'unknown', title: title.encryptionUnknown, reason }];
    }
    const told = open.length > 0 ? [words.unencrypted] : unclear.length > 0 ? [] : [words.encrypted];
    return [
      {
        state: 'pass',
        title: title.external({ places: namesOf(external) }),
        found: sentences([goTo, ...(external.length === 1 ? told : [])]),
        wanted: policy.requireEncrypted ? words.wantedBoth : words.wantedExternal,
      },
    ];
  },
});
