/** Owns what Greenroom remembers of drives: which ones a person called their backup drives, and when each was seen attached. */

import type { IsoTime } from '../text/time.ts';
import type { ExternalDrive } from './backup.ts';

export interface RememberedDrive {
  /** As `id` of an `ExternalDrive`. */
  readonly id: string;
  readonly label: string;
  /** When the person said that this is their backup drive; null when they did not. */
  readonly registeredAt: IsoTime | null;
  readonly lastSeenAt: IsoTime;
  /** Since when every check has seen it attached; null when the last one did not. */
  readonly attachedSince: IsoTime | null;
  /** How many checks in a row saw it attached. Of those within one hour one is counted. */
  readonly checks: number;
}

export interface BackupMemory {
  /** Last seen first. */
  readonly drives: readonly RememberedDrive[];
}

/** A drive as it is shown to the person. */
export interface KnownDrive {
  readonly id: string;
  readonly label: string;
  readonly attached: boolean;
  readonly registered: boolean;
  readonly lastSeenAt: IsoTime;
}

export const noKnownDrives: BackupMemory = { drives: [] };

/** Drives that nobody registered are forgotten beyond this number, those away for longest first. */
export const MOST_REMEMBERED = 32;
const HOUR_MS = 3_600_000;

const bounded = (drives: readonly RememberedDrive[]): BackupMemory => {
  const sorted = drives.toSorted((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt));
  const loose = sorted.filter(({ registeredAt }) => registeredAt === null);
  const kept = new Set(loose.slice(0, MOST_REMEMBERED));
  return { drives: sorted.filter((drive) => drive.registeredAt !== null || kept.has(drive)) };
};

/**
 * The memory after a check that saw `attached`. While a backup runs a drive is where it should be: that check is not
 * counted for or against it.
 */
export const rememberDrives = (
  memory: BackupMemory,
  attached: readonly ExternalDrive[],
  { now, backingUp }: { readonly now: IsoTime; readonly backingUp: boolean },
): BackupMemory => {
  const here = new Map(attached.flatMap((drive) => (drive.id === '' ? [] : [[drive.id, drive] as const])));
  const before = new Map(memory.drives.map((drive) => [drive.id, drive]));
  const seen = [...here.values()].map(({ id, label }): RememberedDrive => {
    const old = before.get(id);
    const since = old?.attachedSince ?? null;
    const isNewHour = old === undefined || since === null || Date.parse(now) - Date.parse(old.lastSeenAt) >= HOUR_MS;
    return {
      id,
      label,
      registeredAt: old?.registeredAt ?? null,
      // Within the hour the time of the check that was counted stays, so that the hour comes to an end.
      lastSeenAt: isNewHour || backingUp ? now : old.lastSeenAt,
      attachedSince: backingUp ? since : (since ?? now),
      checks: (old?.checks ?? 0) + (backingUp || !isNewHour ? 0 : 1),
    };
  });
  const away = memory.drives
    .filter(({ id }) => !here.has(id))
    .map((drive): RememberedDrive => ({ ...drive, attachedSince: null, checks: 0 }));
  return bounded([...seen, ...away]);
};

export const registerDrive = (
  memory: BackupMemory,
  { id, label }: Pick<ExternalDrive, 'id' | 'label'>,
  now: IsoTime,
): BackupMemory => {
  const old = memory.drives.find((drive) => drive.id === id);
  const fresh: RememberedDrive = old ?? {
    id,
    label,
    registeredAt: now,
    lastSeenAt: now,
    attachedSince: now,
    checks: 1,
  };
  return bounded([
    { ...fresh, label, registeredAt: old?.registeredAt ?? now },
    ...memory.drives.filter((drive) => drive !== old),
  ]);
};

/** The drive is no longer the person's backup drive, and nothing of it is kept. */
export const forgetDrive = (memory: BackupMemory, id: string): BackupMemory => ({
  drives: memory.drives.filter((drive) => drive.id !== id),
});

/** The drives that are attached and can be told apart, then those that the person registered and that are away. */
export const knownDrives = (attached: readonly ExternalDrive[], memory: BackupMemory): readonly KnownDrive[] => {
  const isHere = (id: string): boolean => attached.some((drive) => drive.id === id);
  const shown = memory.drives
    .filter(({ id, registeredAt }) => registeredAt !== null || isHere(id))
    .map(
      ({ id, label, registeredAt, lastSeenAt }): KnownDrive => ({
        id,
        label,
        attached: isHere(id),
        registered: registeredAt !== null,
        lastSeenAt,
      }),
    );
  return shown.toSorted((a, b) => Number(b.attached) - Number(a.attached) || a.label.localeCompare(b.label));
};
