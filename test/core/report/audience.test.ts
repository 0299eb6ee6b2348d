/** What policy hides from people is in nothing that they see, and in the organisation's result; what is for a help desk says so. */
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { reportText } from '../../../electron/core/formats/text.ts';
import { accepts, isPolicyOnly } from '../../../electron/core/policy/accepts.ts';
import type { Policy, PolicyLayerValues } from '../../../electron/core/policy/policy.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { buildReport } from '../../../electron/core/report/build.ts';
import { changesBetween } from '../../../electron/core/report/diff.ts';
import { completed } from '../../../electron/core/report/merge.ts';
import type { Report, SettledFacts } from '../../../electron/core/report/report.ts';
import { parseReport } from '../../../electron/core/report/schema.ts';
import { sharedResult } from '../../../electron/core/report/shared-result.ts';
import { NOW } from '../checks/judged.ts';

const full = { volume: '/', freeBytes: 0, totalBytes: 500e9 };
const busy = { processorPercent: 2, memoryPercent: 20, busiest: [] };
const clock = { isSetByItself: true, setAt: NOW };

const settled = (facts: object): SettledFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      { fact: known(value, 'test'), at: NOW, durationMs: 1, commands: [] },
    ]),
  );

/** A computer without room on its disk, and in good order besides. */
const reportUnder = (enforced: PolicyLayerValues, diskSpace = full): Report => {
  const policy: Policy = { ...noPolicy, layers: { enforced } };
  return buildReport({
    checks: checks.filter(({ id }) => id === 'disk-space' || id === 'load' || id === 'focus-mode'),
    facts: settled({ diskSpace, load: busy, focusMode: { on: true }, screens: null, clock }),
    policy,
    catalogue: builtInCatalogue,
    catalogueSource: 'built in',
    platform: 'linux',
    arch: 'x64',
    startedAt: NOW,
    durationMs: 1,
    deadlineMs: 10_000,
    only: null,
    now: NOW,
  });
};

const sharing = { shareAppVersions: true, shareFindings: true, shareComputerName: false, shareUserName: false };
const identity = { userName: 'ada', hostName: 'ada-laptop', home: '/home/ada' };
const told = (report: Report) => sharedResult({ report, checks, sharing, identity, appVersion: '1.0.0' });

const required = { importance: 'required' } as const;
const hidden = reportUnder({ 'disk-space': { ...required, audience: 'hidden' } });

describe('a failure that policy hides and requires', () => {
  test('leaves people the verdict on what they see', () => {
    expect(reportUnder({ 'disk-space': required }).verdict).toBe('not-ready');
    expect(hidden.verdict).toBe('ready');
    expect(hidden.findings.map(({ id }) => id).toSorted()).toEqual(['focus-mode', 'load']);
    expect(hidden.areas.every(({ counts }) => counts.fail === 0)).toBe(true);
    for (const details of [false, true]) expect(reportText(hidden, { details })).not.toMatch(/disk|space/i);
  });

  test('decides the verdict of the result that the organisation reads', () => {
    const result = told(hidden);
    expect(result.verdict).toBe('not-ready');
    expect(result.checks.find(({ id }) => id === 'disk-space')).toMatchObject({
      state: 'fail',
      required: true,
      audience: 'hidden',
    });
    expect(result.findings?.map(({ check }) => check)).toContain('disk-space');
  });

  test('is in the file that is kept, and read from it again', () => {
    expect(parseReport('report.json', JSON.stringify(hidden))).toEqual(hidden);
  });

  test('is no news to people when it comes and goes', () => {
    const shown = reportUnder({ 'disk-space': { ...required, audience: 'hidden' } }, { ...full, freeBytes: 400e9 });
    expect(told(shown).verdict).toBe('ready');
    expect(changesBetween(shown, hidden)).toEqual([]);
  });

  test('stays through a check of something else, and is renewed by its own', () => {
    const part = (id: string): Report => ({
      ...hidden,
      only: [id],
      findings: hidden.findings.filter((one) => one.id === id),
      hidden: (hidden.hidden ?? []).filter((one) => one.id === id),
    });
    expect(completed(hidden, part('load'), ['load']).hidden).toEqual(hidden.hidden);
    expect(completed(hidden, part('disk-space'), ['disk-space']).hidden).toEqual(hidden.hidden);
  });
});

test('what is for the help desk counts and is shown, with a word that others put it right', () => {
  const report = reportUnder({ 'disk-space': { ...required, audience: 'helpdesk' } });
  expect(report.verdict).toBe('not-ready');
  expect(reportText(report)).toMatch(/For your help desk/);
  expect(reportText(report, { details: true })).toMatch(/For your help desk/);
  expect(told(report).checks.find(({ id }) => id === 'disk-space')?.audience).toBe('helpdesk');
  expect(reportText(reportUnder({}))).not.toMatch(/For your help desk/);
});

test('nobody hides a check from themselves, and what sees or asks the person is hidden by nobody', () => {
  for (const { policy } of checks) {
    expect(accepts(policy.audience, 'person')).toBe(true);
    for (const choice of policy.audience.choices)
      expect(isPolicyOnly(policy.audience, choice)).toBe(choice !== 'person');
  }
  const shown = checks.filter(({ policy }) => !accepts(policy.audience, 'hidden')).map(({ id }) => id);
  const personal = checks.filter(
    ({ id, statement, needs }) =>
      id === 'policy' ||
      // No result that an organisation collects holds them.
      ['meeting-link', 'meeting-connection', 'browser-permission'].includes(id) ||
      statement !== undefined ||
      needs.some((key) => /^camera(?:Look|View)$/.test(key)),
  );
  expect(shown).toEqual(personal.map(({ id }) => id));
});
