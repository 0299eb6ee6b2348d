/** What is remembered of drives: bounded, honest about absence, and not misled by many checks in one hour. */
import { describe, expect, test } from 'vitest';
import type { ExternalDrive } from '../../../electron/core/facts/index.ts';
import {
  type BackupMemory,
  forgetDrive,
  knownDrives,
  MOST_REMEMBERED,
  noKnownDrives,
  registerDrive,
  rememberDrives,
} from '../../../electron/core/facts/known-drives.ts';

const at = (hours: number): string => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000).toISOString();
const drive = (id: string): ExternalDrive => ({
  id,
  label: `Disk ${id}`,
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints: [],
  sizeBytes: 1,
  freeBytes: null,
  readOnly: null,
  encrypted: null,
  sets: [],
});
const check = (memory: BackupMemory, hours: number, ids: readonly string[], backingUp = false): BackupMemory =>
  rememberDrives(memory, ids.map(drive), { now: at(hours), backingUp });
const only = (memory: BackupMemory) => memory.drives[0];

describe('how long a drive has been attached', () => {
  test('counts checks in a row, and from when', () => {
    const memory = [0, 24, 48].reduce((old, hours) => check(old, hours, ['A']), noKnownDrives);
    expect(only(memory)).toMatchObject({ attachedSince: at(0), checks: 3, lastSeenAt: at(48) });
  });
  test('begins again once a check has not seen it, and keeps when it was last seen', () => {
    const away = check(check(noKnownDrives, 0, ['A']), 24, []);
    expect(only(away)).toMatchObject({ attachedSince: null, checks: 0, lastSeenAt: at(0) });
    expect(only(check(away, 48, ['A']))).toMatchObject({ attachedSince: at(48), checks: 1 });
  });
  test('twenty checks within one hour are one', () => {
    const memory = Array.from({ length: 20 }, (_, index) => index / 20).reduce(
      (old, hours) => check(old, hours, ['A']),
      noKnownDrives,
    );
    expect(only(memory)?.checks).toBe(1);
    expect(only(check(memory, 1, ['A']))?.checks).toBe(2);
  });
  test('a check while a backup runs counts neither for nor against it', () => {
    const memory = check(check(noKnownDrives, 0, ['A']), 24, ['A'], true);
    expect(only(memory)).toMatchObject({ attachedSince: at(0), checks: 1, lastSeenAt: at(24) });
    expect(only(check(noKnownDrives, 0, ['B'], true))).toMatchObject({ attachedSince: null, checks: 0 });
  });
});

test('a drive without an identity is not remembered: the next one without would be taken for it', () => {
  expect(check(noKnownDrives, 0, ['']).drives).toEqual([]);
});

test('it stays small: drives nobody registered go, those away for longest first', () => {
  const registered = registerDrive(noKnownDrives, drive('mine'), at(0));
  const memory = Array.from({ length: 200 }, (_, index) => index + 1).reduce(
    (old, hours) => check(old, hours, [`D${hours}`]),
    registered,
  );
  expect(memory.drives).toHaveLength(MOST_REMEMBERED + 1);
  expect(memory.drives.map(({ id }) => id)).toContain('mine');
  expect(memory.drives[0]?.id).toBe('D200');
});

test('registered, shown while away with the day it was last seen, and forgotten again', () => {
  const memory = check(registerDrive(check(noKnownDrives, 0, ['A', 'B']), drive('A'), at(1)), 24, ['B']);
  expect(knownDrives([drive('B')], memory)).toEqual([
    { id: 'B', label: 'Disk B', attached: true, registered: false, lastSeenAt: at(24) },
    { id: 'A', label: 'Disk A', attached: false, registered: true, lastSeenAt: at(0) },
  ]);
  expect(knownDrives([drive('B')], forgetDrive(memory, 'A')).map(({ id }) => id)).toEqual(['B']);
});
