/** Some gigabytes and a sliver of the disk must be free; a disk without a size is not known. */
import { expect, test } from 'vitest';
import { diskSpace } from '../../../../electron/core/checks/system/disk-space.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const GB = 1e9;
const finding = (freeBytes: number, totalBytes: number, policy = noPolicy) =>
  judged(diskSpace, { diskSpace: known({ volume: 'C:', freeBytes, totalBytes }, 'test') }, { policy })[0];

test.each<[string, number, number, string, string]>([
  ['half of it', 250 * GB, 500 * GB, 'pass', '250 GB free on the disk'],
  ['enough on a small disk', 6 * GB, 64 * GB, 'pass', '6 GB free on the disk'],
  ['a great disk with little left of it', 6 * GB, 2_000 * GB, 'caution', 'Only 6 GB free on the disk'],
  ['a little too little', 4.96 * GB, 256 * GB, 'caution', 'Only 4.9 GB free on the disk'],
  ['just enough', 5 * GB, 256 * GB, 'pass', '5 GB free on the disk'],
  ['full', 0.44 * GB, 256 * GB, 'fail', 'The disk is full'],
  ['nothing at all', 0, 256 * GB, 'fail', 'The disk is full'],
  ['a disk without a size', 0, 0, 'unknown', 'Couldn’t check free disk space'],
  ['a size that is no number', Number.NaN, 256 * GB, 'unknown', 'Couldn’t check free disk space'],
])('%s', (_name, free, total, state, title) => expect(finding(free, total)).toMatchObject({ state, title }));

test('an organisation sets its own limits', () => {
  expect(finding(30 * GB, 500 * GB, policyFor('disk-space', { minimumGigabytes: 40 }))?.state).toBe('caution');
  expect(finding(30 * GB, 500 * GB, policyFor('disk-space', { minimumPercent: 10 }))?.state).toBe('caution');
  expect(finding(0, 500 * GB, policyFor('disk-space', { minimumGigabytes: 0, minimumPercent: 0 }))?.state).toBe('pass');
});

test('the evidence says how much of how much, and where', () => {
  expect(finding(30 * GB, 500 * GB)?.evidence.found).toBe('30 GB of 500 GB are free on C: (6%).');
});
