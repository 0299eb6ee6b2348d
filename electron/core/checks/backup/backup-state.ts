/** Owns how it stands with the backups of a computer: what is set up and where to, which places are at hand, what was finished. */

import type { Fact, Known } from '../../facts/fact.ts';
import type {
  BackupActivity,
  BackupDestination,
  BackupRun,
  BackupRuns,
  BackupSet,
  BackupTool,
  BackupTools,
  ExternalDrive,
  ExternalDrives,
} from '../../facts/index.ts';
import type { BackupMemory, RememberedDrive } from '../../facts/known-drives.ts';
import type { Message } from '../../messages/messages.ts';
import type { IsoTime } from '../../text/time.ts';

export interface BackupFacts {
  readonly backupTools: Known<BackupTools>;
  readonly externalDrives: Fact<ExternalDrives>;
  readonly backupRuns: Fact<BackupRuns>;
  readonly backupMemory: Fact<BackupMemory>;
}

/** Where copies are kept. */
export interface Place {
  readonly name: string;
  readonly kind: BackupDestination['kind'];
  /** It is this external drive, and attached now. */
  readonly drive: ExternalDrive | undefined;
  /** Null when that cannot be seen. */
  readonly attached: boolean | null;
  /** Null when that cannot be seen. */
  readonly encrypted: boolean | null;
  /** What is remembered of the drive. */
  readonly remembered: RememberedDrive | undefined;
  /** Somebody can take it out of reach: null when that cannot be told. */
  readonly external: boolean | null;
}

/** A backup that was finished. */
export interface Copy {
  readonly at: IsoTime;
  /** What made it. */
  readonly name: string;
  readonly place: Place | undefined;
  readonly evidence: string | undefined;
}

export interface BackupState {
  readonly backups: readonly BackupTool[];
  /** What people may take for a backup. */
  readonly others: readonly BackupTool[];
  readonly drives: readonly ExternalDrive[];
  /** Drives with a set on them whose date is not known, and others that hold one. */
  readonly places: readonly Place[];
  /** Newest first. */
  readonly copies: readonly Copy[];
  /** Why something may be there that was not seen. */
  readonly gaps: {
    readonly tools: readonly Message[];
    readonly drives: readonly Message[];
    readonly runs: readonly Message[];
  };
}

export const isVolume = (drive: ExternalDrive, id: string): boolean =>
  id !== '' && (drive.id === id || drive.innerId === id);

const ifKnown = <T>(fact: Fact<T>): T | undefined => (fact.state === 'known' ? fact.value : undefined);

/** Sets of the system alone are no backup of the person's files, unless the tool was told to keep them too. */
const isBackupSet = (set: BackupSet, backups: readonly BackupTool[]): boolean =>
  set.holds !== 'system' || backups.some(({ id }) => id === set.tool);

const setEncryption = (sets: readonly BackupSet[]): boolean | null =>
  sets.length > 0 && sets.every(({ encrypted }) => encrypted === true)
    ? true
    : sets.some(({ encrypted }) => encrypted === false)
      ? false
      : null;

/** What is copied lies open only where neither the program that writes it nor the drive encrypts it. */
const encryption = (byTool: boolean | null, byDrive: boolean | null): boolean | null =>
  byTool === true || byDrive === true ? true : byTool === false && byDrive === false ? false : null;

export const backupStateOf = (facts: BackupFacts): BackupState => {
  const { tools, gaps } = facts.backupTools.value;
  const backups = tools.filter(({ kind }) => kind === 'backup');
  const drives = ifKnown(facts.externalDrives)?.drives ?? [];
  const drivesKnown = facts.externalDrives.state === 'known';
  const memory = ifKnown(facts.backupMemory)?.drives ?? [];
  const setsOn = (drive: ExternalDrive): readonly BackupSet[] => drive.sets.filter((set) => isBackupSet(set, backups));

  const placeOfDrive = (drive: ExternalDrive, byTool?: boolean): Place => ({
    name: drive.label,
    kind: 'drive',
    drive,
    attached: true,
    encrypted: encryption(byTool ?? setEncryption(setsOn(drive)), drive.encrypted),
    remembered: memory.find(({ id }) => isVolume(drive, id)),
    external: true,
  });

  /** The attached drive that a destination is on: by identity, else by its name where only one bears it. */
  const driveFor = ({ name, volumeId = '' }: { readonly name: string; readonly volumeId?: string }) => {
    const named = drives.filter(({ label }) => label === name);
    return (
      drives.find((drive) => isVolume(drive, volumeId)) ??
      (volumeId === '' && named.length === 1 ? named[0] : undefined)
    );
  };

  const placeOfDestination = (destination: BackupDestination): Place => {
    const drive = destination.kind === 'drive' ? driveFor(destination) : undefined;
    if (drive !== undefined) return placeOfDrive(drive, destination.encrypted);
    const { name, kind, attached, volumeId = '' } = destination;
    const remembered = memory.find((one) =>
      volumeId === '' ? kind === 'drive' && one.label === name : one.id === volumeId,
    );
    // A drive that is attached and hangs on no outside port is one inside the computer.
    const isInside = kind === 'drive' && attached === true && drivesKnown;
    return {
      name: kind === 'drive' ? (remembered?.label ?? name) : name,
      kind,
      drive: undefined,
      attached: kind === 'drive' && attached === null && drivesKnown && volumeId !== '' ? false : attached,
      // A drive that is away may be encrypted, whatever writes to it.
      encrypted: encryption(destination.encrypted ?? null, kind === 'drive' ? null : false),
      remembered,
      external:
        kind === 'drive' ? (isInside ? false : attached === true ? null : true) : kind === 'unknown' ? null : false,
    };
  };

  const placeOfRun = (run: BackupRun): Place | undefined => {
    const destinations = backups.filter(({ id }) => id === run.tool).flatMap((tool) => tool.destinations);
    const to = run.destination;
    const meant =
      to === undefined
        ? destinations.length === 1
          ? destinations[0]
          : undefined
        : (destinations.find(({ volumeId }) => volumeId !== undefined && volumeId === to.volumeId) ??
          destinations.find(({ name }) => name === to.name) ?? { ...to, kind: 'unknown' as const, attached: null });
    return meant === undefined ? undefined : placeOfDestination(meant);
  };

  const ofRuns = (ifKnown(facts.backupRuns)?.runs ?? []).flatMap((run): readonly Copy[] =>
    run.at === 'never' ? [] : [{ at: run.at, name: run.name, place: placeOfRun(run), evidence: run.evidence }],
  );
  const ofSets = drives.flatMap((drive) =>
    setsOn(drive).flatMap((set): readonly Copy[] =>
      set.newest === undefined
        ? []
        : [{ at: set.newest, name: set.name, place: placeOfDrive(drive, set.encrypted), evidence: undefined }],
    ),
  );
  const registered = memory
    .filter(({ id, registeredAt }) => registeredAt !== null && !drives.some((drive) => isVolume(drive, id)))
    .map(
      (remembered): Place => ({
        name: remembered.label,
        kind: 'drive',
        drive: undefined,
        attached: drivesKnown ? false : null,
        encrypted: null,
        remembered,
        external: true,
      }),
    );
  const isRegistered = (drive: ExternalDrive): boolean =>
    memory.some(({ id, registeredAt }) => registeredAt !== null && isVolume(drive, id));
  const all = [
    ...backups.flatMap((tool) => tool.destinations.map(placeOfDestination)),
    ...drives.filter((drive) => setsOn(drive).length > 0 || isRegistered(drive)).map((drive) => placeOfDrive(drive)),
    ...registered,
  ];
  return {
    backups,
    others: tools.filter(({ kind }) => kind !== 'backup'),
    drives,
    places: all.filter((place, index) => all.findIndex((other) => samePlace(other, place)) === index),
    copies: [...ofRuns, ...ofSets].toSorted((a, b) => b.at.localeCompare(a.at)),
    gaps: {
      tools: gaps,
      drives:
        facts.externalDrives.state === 'known' ? drives.flatMap(({ gap }) => gap ?? []) : [facts.externalDrives.reason],
      runs: facts.backupRuns.state === 'known' ? facts.backupRuns.value.gaps : [facts.backupRuns.reason],
    },
  };
};

export const samePlace = (a: Place, b: Place): boolean =>
  a.drive !== undefined || b.drive !== undefined
    ? a.drive === b.drive
    : a.remembered !== undefined || b.remembered !== undefined
      ? a.remembered === b.remembered
      : a.name === b.name && a.kind === b.kind;

/** What copies now; undefined when that is not known. */
export const runningNow = (activity: Fact<BackupActivity>): BackupActivity['running'] | undefined =>
  ifKnown(activity)?.running;
