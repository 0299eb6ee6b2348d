/** The way back: only what is still as Greenroom left it, and when a call's changes end. */
import { expect, test } from 'vitest';
import { type AppliedFix, endOfCall, keptChanges, wayBack } from '../../../electron/core/fixes/change.ts';

const note = { before: { banners: null }, after: { banners: false } };

test.each([
  [{ banners: false }, 'put-back'],
  [{ banners: null }, 'nothing'],
  // Set by the person since, to what was in force before by default: that is theirs now.
  [{ banners: true }, 'changed-since'],
  [undefined, 'unseen'],
  [{}, 'changed-since'],
] as const)('as it stands %j: %s', (now, way) => {
  expect(wayBack(note, now)).toBe(way);
});

const change = (id: string, state: AppliedFix['state']): AppliedFix => ({
  ...{ id, way: 'nmcli', key: '', did: { id: 'x' }, at: '2026-11-30T09:00:00Z', until: null, pid: 1 },
  ...{ before: { on: false }, after: { on: true } },
  fix: 'wifi-on',
  state,
});

test('history is cut, what can still be put back never is', () => {
  const over = Array.from({ length: 150 }, (_, index) => change(`over-${index}`, 'undone'));
  const kept = keptChanges([change('open', 'done'), ...over, change('begun', 'begun')]);
  expect(kept.map(({ id }) => id)).toEqual(['open', ...over.slice(50).map(({ id }) => id), 'begun']);
});

test.each([
  ['2026-11-30T10:30:00Z', '2026-11-30T10:35:00.000Z'],
  // A meeting of a whole day does not keep a computer awake for a day.
  ['2026-11-30T23:00:00Z', '2026-11-30T14:00:00.000Z'],
  // It should have ended: it may still go on.
  ['2026-11-30T09:00:00Z', '2026-11-30T10:05:00.000Z'],
  [null, '2026-11-30T11:00:00.000Z'],
])('a call that ends at %s: until %s', (endsAt, until) => {
  expect(endOfCall(endsAt === null ? null : { endsAt }, '2026-11-30T10:00:00Z')).toBe(until);
});
