/** What stays in a recording of the folders on a person's drives. */
import { expect, test } from 'vitest';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import { withFewGivenNames } from '../../../../electron/platform/redaction/names/drive-folders.ts';
import { nameList } from '../../../../electron/platform/redaction/names/name-list.ts';

const folder = (path: string, ...names: readonly string[]): Reading => ({
  op: 'readDir',
  path,
  entries: names.map((name) => ({ name, kind: 'folder' })),
});
const given = Array.from({ length: 30 }, (_, number) => `Wedding ${number}`);

test('programs’ folders and a few of the others, and nothing of what was read below the rest', () => {
  const reads = [
    folder('/Volumes/Blue', ...given, 'Backups.backupdb', 'Old backups'),
    folder('/Volumes/Blue/Wedding 11', 'Anna'),
    folder('/Volumes/Blue/Wedding 12', 'Berta'),
    folder('/Volumes/Blue/Backups.backupdb', '2026-11-22'),
    folder('/Users/user', ...given),
  ];
  const left = withFewGivenNames(reads, (path) => path.startsWith('/Volumes/'));
  expect(left).toEqual([
    folder('/Volumes/Blue', ...given.slice(0, 12), 'Backups.backupdb', 'Old backups'),
    reads[1],
    reads[3],
    reads[4],
  ]);
});

test('the same on a drive of Windows', () => {
  const reads = [folder('E:\\', ...given), folder('E:\\Wedding 29\\Anna', 'x'), folder('E:\\Wedding 2', 'y')];
  expect(withFewGivenNames(reads, (path) => path.startsWith('E:'))).toEqual([
    folder('E:\\', ...given.slice(0, 12)),
    reads[2],
  ]);
});

test('more names than can be taken out are no recording', () => {
  const list = nameList();
  for (let number = 0; number < 5000; number += 1) list.add('folder', `Wedding ${number}`);
  expect(() => list.add('folder', 'Wedding 0')).not.toThrow();
  expect(() => list.add('folder', 'one more')).toThrow(/more than 5,000 names/);
});
