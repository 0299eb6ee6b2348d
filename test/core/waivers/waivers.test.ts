/** Setting a finding aside: who may, what then counts, and what brings it back. */

import { describe, expect, test } from 'vitest';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import { changesBetween } from '../../../electron/core/report/diff.ts';
import { type Finding, findingKey, type JudgedState } from '../../../electron/core/report/finding.ts';
import { verdictOf } from '../../../electron/core/report/verdict.ts';
import { hasWorsened } from '../../../electron/core/waivers/has-worsened.ts';
import { readWaiverLine } from '../../../electron/core/waivers/parse-policy-waiver.ts';
import {
  type PersonalWaiver,
  requestedWaiver,
  waiverRules,
  withWaivers,
} from '../../../electron/core/waivers/waivers.ts';
import { drive, likeFinding, patches, report } from '../../renderer/samples.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const enforced = (values: Readonly<Record<string, PolicyValue>>): Policy => ({
  ...noPolicy,
  layers: { enforced: { waivers: values } },
});
const wish = (finding: Finding, days: number, reason: string, policy = noPolicy): PersonalWaiver | string =>
  requestedWaiver(finding, { until: later(days), reason }, waiverRules(policy), NOW);
const waiverOf = (finding: Finding, days = 7): PersonalWaiver => {
  const made = wish(finding, days, 'The rollout is on Monday');
  if (typeof made === 'string') throw new Error(made);
  return made;
};
const aside = (finding: Finding, own: readonly PersonalWaiver[], now = NOW, policy = noPolicy): Finding | undefined =>
  withWaivers([finding], own, policy, now)[0];
const unknownPatches: Finding = likeFinding(patches, { state: 'unknown' });

describe('a wish', () => {
  test.each<[string, Finding, number, string, Policy]>([
    ['what is in order', likeFinding(patches, { state: 'pass' }), 1, 'x', noPolicy],
    ['an end in the past', patches, -1, 'x', noPolicy],
    ['more than a day without a reason', patches, 7, ' \u202e ', noPolicy],
    ['longer than the longest time', patches, 91, 'x', noPolicy],
    ['longer than policy lets', patches, 8, 'x', enforced({ longestDays: 7 })],
    ['anything where policy lets nothing', drive, 1, 'x', enforced({ allowed: false })],
    ['what is required where policy does not let it', patches, 1, 'x', enforced({ requiredToo: false })],
    ['another check than those policy names', drive, 1, 'x', enforced({ onlyChecks: ['os-patches'] })],
  ])('for %s is refused with a sentence', (_name, finding, days, reason, policy) => {
    expect(wish(finding, days, reason, policy)).toMatch(/^[A-Z].*\.$/);
  });

  test('for an hour needs no reason; for a week it has one', () => {
    expect(wish(patches, 1 / 24, '')).toMatchObject({ key: findingKey(patches), judged: 'fail', required: true });
    expect(wish(patches, 7, 'Busy')).toMatchObject({ reason: 'Busy' });
  });
});

describe('what is snoozed', () => {
  test('shows what it would be, by whom, why and until when', () => {
    expect(aside(patches, [waiverOf(patches)])).toMatchObject({
      state: 'waived',
      title: patches.title,
      evidence: patches.evidence,
      waiver: { by: 'user', reason: 'The rollout is on Monday', until: later(7), judged: 'fail' },
    });
  });

  test('comes back when it ends, also from a report in which it was set aside', () => {
    const waived = aside(patches, [waiverOf(patches)]);
    expect(waived && aside(waived, [waiverOf(patches)], later(6.9))?.state).toBe('waived');
    expect(waived && aside(waived, [waiverOf(patches)], later(7))).toEqual(patches);
    expect(waived && aside(waived, [])).toEqual(patches);
  });

  test.each<[string, Finding, Finding]>([
    ['fails and was a caution', likeFinding(patches, { state: 'caution' }), patches],
    ['fails and was not known', unknownPatches, patches],
    ['is a caution and was not known', unknownPatches, likeFinding(patches, { state: 'caution' })],
    ['counts more things', patches, likeFinding(patches, { title: patches.title.replace('4', '5') })],
    ['is about something else', patches, likeFinding(patches, { title: 'Updates cannot be installed' })],
    ['is required now', likeFinding(patches, { required: false }), patches],
  ])('comes back when it %s', (_name, then, now) => {
    expect(aside(now, [waiverOf(then)])?.state).toBe(now.state);
  });

  test.each<[string, Finding, Finding]>([
    ['got better', patches, likeFinding(patches, { state: 'caution', title: 'Updates are ready' })],
    ['counts fewer things', patches, likeFinding(patches, { title: patches.title.replace('4', '3') })],
  ])('stays so when it %s', (_name, then, now) => {
    expect(aside(now, [waiverOf(then)])?.state).toBe('waived');
  });

  test.each<[string, Policy]>([
    ['lets nothing be snoozed', enforced({ allowed: false })],
    ['lets it be snoozed for less time', enforced({ longestDays: 3 })],
  ])('no longer counts when policy %s meanwhile', (_name, policy) => {
    expect(aside(patches, [waiverOf(patches)], NOW, policy)?.state).toBe('fail');
  });

  test('does not count when it was made in a time that has not come', () => {
    const early = { ...waiverOf(patches), since: later(5), until: later(6) };
    expect(aside(patches, [early])?.state).toBe('fail');
  });

  test('is never in order: required it is a caution, and nothing got better by it', () => {
    const passed = { id: 'power', subject: null, when: null, state: 'pass', required: true } as const;
    const verdict = (finding: Finding) => verdictOf([aside(finding, [waiverOf(finding)]) ?? finding, passed]);
    expect(verdict(patches)).toBe('caution');
    expect(verdict(unknownPatches)).toBe('caution');
    expect(verdict(likeFinding(patches, { required: false }))).toBe('ready');
    expect(verdictOf([aside(patches, [waiverOf(patches)]) ?? patches])).toBe('undetermined');
    const waived = aside(patches, [waiverOf(patches)]) ?? patches;
    expect(changesBetween(report([patches]), report([waived]))).toEqual([]);
    expect(changesBetween(report([waived]), report([patches]))[0]?.direction).toBe('worse');
  });
});

describe('what the organisation sets aside', () => {
  const line = 'os-patches until 2026-12-31: the rollout is paused';

  test('counts to the end of its last day, whatever people may do themselves', () => {
    const policy = enforced({ allowed: false, byOrganisation: [line] });
    expect(aside(patches, [], '2026-12-31T23:00:00.000Z', policy)).toMatchObject({
      waiver: { by: 'organisation', reason: 'the rollout is paused' },
    });
    expect(aside(patches, [], '2027-01-01T00:00:00.000Z', policy)?.state).toBe('fail');
    expect(aside(drive, [], NOW, policy)?.state).toBe(drive.state);
  });

  test('cannot be said by a person’s own settings', () => {
    const policy: Policy = { ...noPolicy, layers: { user: { waivers: { byOrganisation: [line] } } } };
    expect(aside(patches, [], NOW, policy)?.state).toBe('fail');
  });

  test.each([
    'os-patches until 2026-02-30: x',
    'os-patches until 31.12.2026: x',
    'os-patches until 2026-12-31:',
    'until 2026-12-31: x',
    '',
    'os-patches\nuntil 2026-12-31: x',
  ])('is no line: %j', (text) => expect(readWaiverLine(text)).toBeNull());

  test('names one subject of a check', () => {
    expect(readWaiverLine('meeting-apps:zoom (dpkg) until 2026-12-31: until: January')).toMatchObject({
      key: 'meeting-apps:zoom (dpkg)',
      reason: 'until: January',
    });
  });
});

test.each<[string, string, boolean]>([
  ['The last backup is 9 days old', 'The last backup is 10 days old', false],
  ['Last backup yesterday: Home', 'Last backup 2 days ago: Home', false],
  ['3.2 GB free on the disk', '2.9 GB free on the disk', false],
  ['The battery may not last: 34 %', 'The battery may not last: 20 %', false],
  [
    'Zoom is too old to join: 5.16.2 found, 5.17.5 needed',
    'Zoom is too old to join: 5.16.2 found, 5.18.0 needed',
    true,
  ],
  ['4 security updates waiting: a', '4 security updates waiting: b', true],
  ['4 security updates waiting', '12 security updates waiting', true],
  ['12 security updates waiting', '4 security updates waiting', false],
  ['Support for Windows 11 24H2 ends in 9 days', 'Support for Windows 11 24H2 ends in 8 days', false],
])('%s → %s: says more: %s', (then, now, more) => expect(hasWorsened(then, now)).toBe(more));

test('whatever state it had, a finding that was never set aside is left as it is', () => {
  for (const state of ['pass', 'not-applicable', 'fail', 'caution', 'unknown'] as const) {
    const finding: Finding = likeFinding(patches, { state: state satisfies Finding['state'] | JudgedState });
    expect(aside(finding, [])).toEqual(finding);
  }
});
