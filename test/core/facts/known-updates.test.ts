/** Since when a fix has been waited for: by its name, until it is installed. */
import { expect, test } from 'vitest';
import { noKnownUpdates, rememberUpdates } from '../../../electron/core/facts/known-updates.ts';

const fix = (name: string, version = '1') => ({ name, version, security: true });
const [first, later, last] = ['2026-11-20T09:00:00.000Z', '2026-11-24T09:00:00.000Z', '2026-11-28T09:00:00.000Z'];

test('a fix that still waits keeps its day, also when a newer version of it came', () => {
  const memory = rememberUpdates(noKnownUpdates, [fix('openssl')], first);
  expect(rememberUpdates(memory, [fix('openssl', '2'), fix('sudo')], later).waiting).toEqual([
    { name: 'openssl', since: first },
    { name: 'sudo', since: later },
  ]);
});

test('a fix that was installed is forgotten, so that the next one counts from its own day', () => {
  const memory = rememberUpdates(noKnownUpdates, [fix('openssl')], first);
  const installed = rememberUpdates(memory, [], later);
  expect(installed.waiting).toEqual([]);
  expect(rememberUpdates(installed, [fix('openssl')], last).waiting).toEqual([{ name: 'openssl', since: last }]);
});

test('what is no fix, or not known to be one, is not remembered', () => {
  const others = [{ name: 'nano', security: false } as const, { name: 'sudo', security: null } as const];
  expect(rememberUpdates(noKnownUpdates, others, first)).toBe(noKnownUpdates);
});

test('a day that a wrong clock wrote is put right', () => {
  const ahead = rememberUpdates(noKnownUpdates, [fix('openssl')], last);
  expect(rememberUpdates(ahead, [fix('openssl')], first).waiting).toEqual([{ name: 'openssl', since: first }]);
});

test('nothing changes where the same fixes wait, so that nothing is written', () => {
  const memory = rememberUpdates(noKnownUpdates, [fix('openssl'), fix('openssl'), fix('sudo')], first);
  expect(rememberUpdates(memory, [fix('sudo'), fix('openssl')], later)).toBe(memory);
});

test('it has a limit', () => {
  const many = Array.from({ length: 1_500 }, (_, at) => fix(`lib${at}`));
  expect(rememberUpdates(noKnownUpdates, many, first).waiting).toHaveLength(1_000);
});
