/** Notifications that would show are no fault of a person who shares no screen. */
import { expect, test } from 'vitest';
import { focusMode } from '../../../../electron/core/checks/call/focus-mode.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (on: boolean, policy = noPolicy) =>
  judged(focusMode, { focusMode: known({ on }, 'test'), screens: known(null, 'test') }, { policy })[0];

test('held back is in order; shown is only said', () => {
  expect(finding(true)).toMatchObject({ state: 'pass', title: 'Notifications are held back' });
  expect(finding(false)).toMatchObject({
    state: 'not-applicable',
    title: 'Notifications are on',
    evidence: { found: 'They matter only while you share your screen. Turn on Do Not Disturb before you do.' },
  });
});

test('with several screens one of them, or a window, can be shared', () => {
  const found = (screens: number | null, policy = noPolicy) =>
    judged(focusMode, { focusMode: known({ on: false }, 'test'), screens: known(screens, 'test') }, { policy })[0]
      ?.evidence.found;
  const often = policyFor('focus-mode', { expected: true });
  for (const policy of [noPolicy, often]) {
    expect(found(2, policy)).toMatch(/You have 2 screens: share one window/);
    expect(found(1, policy)).not.toMatch(/screens:/);
    expect(found(null, policy)).not.toMatch(/screens:/);
  }
});

test('what would hold them back while sharing, and is switched off, is said', () => {
  const found = (fact: { readonly on: boolean; readonly shownWhileSharing?: true }) =>
    judged(focusMode, { focusMode: known(fact, 'test'), screens: known(null, 'test') }, { policy: noPolicy })[0]
      ?.evidence.found;
  expect(found({ on: false, shownWhileSharing: true })).toMatch(/Plasma is set to show them even then/);
  expect(found({ on: false })).not.toMatch(/Plasma/);
  expect(found({ on: true, shownWhileSharing: true })).toBe('Do Not Disturb is on.');
});

test('for people who share their screen often it is a caution', () => {
  const policy = policyFor('focus-mode', { expected: true });
  expect(finding(false, policy)).toMatchObject({
    state: 'caution',
    title: 'Notifications will show on a shared screen',
  });
  expect(finding(true, policy)?.state).toBe('pass');
});
