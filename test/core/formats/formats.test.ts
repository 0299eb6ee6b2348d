/** What an organisation's tools are told: no more than the policy shares, in forms that no text from a machine can break. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { checkIds } from '../../../electron/core/checks/ids.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { type Format, formatNames, formats } from '../../../electron/core/formats/index.ts';
import { intuneRules } from '../../../electron/core/formats/intune.ts';
import { noPolicy, valuesOf } from '../../../electron/core/policy/policy.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { type SharingChoices, sharedResult } from '../../../electron/core/report/shared-result.ts';
import { reportingSettings } from '../../../electron/core/settings/reporting.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { likeFinding, report, finding as sampleFinding } from '../../renderer/samples.ts';

const byDefault = valuesOf(noPolicy, reportingSettings.id, reportingSettings.policy);
const everything: SharingChoices = {
  shareAppVersions: true,
  shareFindings: true,
  shareComputerName: true,
  shareUserName: true,
};
const ada = { userName: 'ada', hostName: 'ada-laptop', home: '/home/ada' };

const finding = (more: Partial<Finding>): Finding =>
  likeFinding(
    sampleFinding({
      id: 'firewall',
      subject: null,
      state: 'pass',
      title: 'A title',
      found: 'a thing',
      source: 'a file',
    }),
    more,
  );

const told = (of: Report, sharing: SharingChoices = byDefault) =>
  sharedResult({ report: of, checks, sharing, identity: ada, appVersion: '1.2.3' });

const withTitle = (title: string): Report =>
  report([
    finding({
      id: 'backup-drive',
      subject: title,
      state: 'fail',
      title,
      evidence: { found: title, wanted: title, source: 'a file', at: '2026-11-22T09:30:00.000Z' },
    }),
    finding({ id: 'meeting-apps', title, app: { product: 'zoom', version: title } }),
  ]);

/** Names and texts of a well-formed document; throws for any other. */
const xmlTexts = (xml: string): readonly string[] => {
  const open: string[] = [];
  const texts: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, values) => {
        open.push(name);
        texts.push(...Object.values(values));
      },
      ontext: (text) => texts.push(text),
      onclosetag: (name, implied) => {
        if (implied || open.pop() !== name) throw new Error(`${name} is not closed where it should be`);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml.replace(/<(\w+)([^>]*)\/>/g, '<$1$2></$1>'));
  parser.end();
  if (open.length > 0) throw new Error(`${open.join()} never closed`);
  return texts;
};

/** One metric a line: name, labels with escaped values, a number. */
const METRIC =
  /^[a-z_]+(?:\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? -?\d+(?:\.\d+)?$/;

const wellFormed: Readonly<Record<Format, (text: string) => void>> = {
  line: (text) => {
    expect(text.trimEnd()).not.toContain('\n');
    JSON.parse(text);
  },
  intune: (text) => {
    expect(text.trimEnd()).not.toContain('\n');
    JSON.parse(text);
  },
  jamf: (text) => void xmlTexts(text),
  prometheus: (text) => {
    for (const line of text.trimEnd().split('\n')) if (!line.startsWith('#')) expect(line).toMatch(METRIC);
  },
  ocsf: (text) => {
    for (const line of text.trimEnd().split('\n')) JSON.parse(line);
  },
  sarif: (text) => void JSON.parse(text),
  junit: (text) => void xmlTexts(text),
};

describe.each(formatNames)('%s', (name) => {
  test('no text from a machine breaks its form', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '"><!--',
        ']]></failure>',
        '\u0000\u0008',
        '\\"\n}',
        '\ud800',
        '{"a":1}\n{"b":2}',
        '& &amp; <x/>',
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => wellFormed[name](formats[name](told(withTitle(text), everything)))),
      { numRuns: 200 },
    );
  });

  test('by default neither names, nor words of a finding, nor what was found leave the computer', () => {
    const text = formats[name](told(withTitle('Disk “Ada’s letters” of ada on ada-laptop in /home/ada/x')));
    expect(text).not.toMatch(/letters|\bada\b|ada-laptop|\/home/i);
  });
});

test.each<[string, Partial<SharingChoices>, RegExp, RegExp]>([
  ['findings without names', { shareFindings: true }, /letters of \(account\) on \(computer\) in ~\/x/, /\bada\b/],
  ['the account only', { shareFindings: true, shareUserName: true }, /of ada on \(computer\) in \/home\/ada/, /laptop/],
  [
    'the computer only',
    { shareFindings: true, shareComputerName: true },
    /of \(account\) on \(account\)-laptop in ~\/x/,
    /of ada\b|\/home/,
  ],
])('shared by policy: %s', (_what, choices, there, notThere) => {
  const text = formats.line(
    told(withTitle('letters of ada on ada-laptop in /home/ada/x'), { ...byDefault, ...choices }),
  );
  expect(text).toMatch(there);
  expect(text).not.toMatch(notThere);
});

test('a short account name that is part of other words leaves those words whole', () => {
  const line = formats.line(
    sharedResult({
      report: withTitle('bo reads about robots'),
      checks,
      sharing: { ...everything, shareUserName: false },
      identity: { userName: 'bo', hostName: '', home: '/home/bo' },
      appVersion: '1',
    }),
  );
  expect(line).toContain('(account) reads about robots');
});

test('several findings of one check are told as the worst of them', () => {
  const one = told(
    report([
      finding({ id: 'meeting-apps', subject: 'a', state: 'pass' }),
      finding({ id: 'meeting-apps', subject: 'b', state: 'fail' }),
      finding({ id: 'meeting-apps', subject: 'c', state: 'unknown' }),
    ]),
  );
  expect(one.checks).toHaveLength(1);
  expect(one.checks[0]?.state).toBe('fail');
});

test('Intune: a rule for every check, none beyond what Intune takes, and only what is required makes non-compliant', () => {
  const rules = (JSON.parse(intuneRules(checks)) as { Rules: { SettingName: string }[] }).Rules;
  expect(rules.length).toBeLessThanOrEqual(100);
  const settings = (required: boolean, state: Finding['state']) =>
    JSON.parse(formats.intune(told(report([finding({ id: 'firewall', required, state })])))) as Record<string, unknown>;
  expect(rules.map((rule) => rule.SettingName)).toContain('Greenroom.firewall');
  expect(settings(true, 'fail')['Greenroom.firewall']).toBe(false);
  expect(settings(true, 'unknown')['Greenroom.firewall']).toBe(false);
  expect(settings(true, 'caution')['Greenroom.firewall']).toBe(true);
  expect(settings(false, 'fail')['Greenroom.firewall']).toBe(true);
  expect(settings(true, 'waived')['Greenroom.firewall']).toBe(true);
});

test('JUnit counts what it holds', () => {
  const states: readonly [Finding['state'], boolean][] = [
    ['fail', true],
    ['fail', false],
    ['unknown', true],
    ['unknown', false],
    ['caution', true],
    ['waived', true],
    ['not-applicable', false],
    ['pass', true],
  ];
  const xml = formats.junit(
    told(
      report(states.map(([state, required], index) => finding({ id: checkIds[index] ?? 'policy', state, required }))),
    ),
  );
  const attribute = (name: string) => Number(new RegExp(`<testsuite [^>]*${name}="(\\d+)"`).exec(xml)?.[1]);
  expect(attribute('tests')).toBe(xml.match(/<testcase /g)?.length);
  expect(attribute('failures')).toBe(xml.match(/<failure /g)?.length);
  expect(attribute('errors')).toBe(xml.match(/<error /g)?.length);
  expect(attribute('skipped')).toBe(xml.match(/<skipped /g)?.length);
  expect(xml.match(/<failure /g)).toHaveLength(1);
});

const recorded = readdirSync('test/machines').filter((name) => name.endsWith('.json'));

test.each(recorded.filter((name) => /^(windows|macos|ubuntu)/.test(name)))(
  'every format of a recorded machine is well formed: %s',
  async (name) => {
    const file = `test/machines/${name}`;
    const recording = parseRecording(file, readFileSync(file, 'utf8'));
    const whole = await runChecks({
      port: replayMachine(recording, { strict: true }),
      now: new Date(recording.recordedAt),
    });
    for (const format of formatNames) wellFormed[format](formats[format](told(whole, everything)));
    const apps = told(whole).apps ?? [];
    expect(apps.map(({ product }) => product)).toEqual(
      whole.findings.flatMap(({ app }) => (app === undefined ? [] : [app.product])),
    );
  },
);

// Prometheus' own form knows no such escapes.
test.each(formatNames.filter((name) => name !== 'prometheus'))(
  '%s is ASCII, which a console of any code page hands on',
  async (name) => {
    const recording = parseRecording('x', readFileSync('test/machines/windows-11-25h2-in-a-call-french.json', 'utf8'));
    const made = await runChecks({ port: replayMachine(recording, { strict: true }) });
    const ünï = { ...ada, userName: 'jörg', hostName: 'büro-备份🎧' };
    const shared = sharedResult({ report: made, checks, sharing: everything, identity: ünï, appVersion: '1.2.3' });
    expect(formats[name](shared)).toMatch(/^[\n\r -~]*$/);
  },
);
