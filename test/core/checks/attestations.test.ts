/** What only the person can tell: never green by itself, never red, and asked again when a word is old. */

import { describe, expect, test } from 'vitest';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { english } from '../../../electron/core/messages/format.ts';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { verdictOf } from '../../../electron/core/report/verdict.ts';
import { judged, NOW, policyFor } from './judged.ts';

const attestations = checks.filter((check) => check.statement !== undefined);

describe.each(attestations.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const given = (at?: string, policy?: Readonly<Record<string, PolicyValue>>) => {
    const confirmed = at === undefined ? {} : { [id]: { at } };
    const facts = { attestations: known({ confirmed }, 'test') };
    const [finding] = judged(check, facts, policy === undefined ? {} : { policy: policyFor(id, policy) });
    if (finding === undefined) throw new Error('There is no finding.');
    return finding;
  };

  test('without a word it does not count, and says how to go about it', () => {
    const finding = given();
    expect(finding.state).toBe('not-done');
    expect(finding.why).toBe(english(check.why));
    expect(finding.remedies.length).toBeGreaterThan(0);
    expect(verdictOf([finding])).toBe('undetermined');
  });

  test('where policy requires a word, it cannot be told without one', () => {
    const finding = given(undefined, { importance: 'required' });
    expect(finding.state).toBe('not-done');
    const passed = { id: 'power', subject: null, when: null, state: 'pass', required: true } as const;
    expect(verdictOf([finding, passed])).toBe('undetermined');
    expect(verdictOf([given(NOW, { importance: 'required' })])).toBe('ready');
  });

  test.each([
    ['2026-11-22T11:00:00.000Z', 'pass'],
    ['2026-08-24T13:00:00.000Z', 'pass'],
    ['2026-08-23T11:00:00.000Z', 'not-done'],
    ['2026-12-24T12:00:00.000Z', 'not-done'],
  ])('a word of %s: %s', (at, state) => expect(given(at).state).toBe(state));

  test('policy says how long a word counts', () => {
    expect(given('2026-11-10T12:00:00.000Z', { validDays: 7 }).state).toBe('not-done');
    expect(given('2026-11-16T12:00:00.000Z', { validDays: 7 }).state).toBe('pass');
  });
});
