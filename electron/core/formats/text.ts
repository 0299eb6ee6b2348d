/** Owns the report as text for a terminal, and the exit code that goes with a verdict. */

import type { Check } from '../checks/define-check.ts';
import { platformNames, platforms } from '../facts/index.ts';
import { expected } from '../policy/accepts.ts';
import type { Report } from '../report/build.ts';
import { type Finding, groupNames, type State, type Verdict } from '../report/finding.ts';
import { headlines, seconds, stateNames, summary, waiverPhrase } from '../text/phrases.ts';

export const exitCodes: Readonly<Record<Verdict, number>> = {
  ready: 0,
  caution: 10,
  'not-ready': 20,
  undetermined: 30,
};

/** How a piece of text is set off; a terminal may colour it, a file leaves it as it is. */
export type Style = 'strong' | 'faint' | 'good' | 'warning' | 'bad';
export type Painter = (style: Style, text: string) => string;
export const plain: Painter = (_style, text) => text;

const marks: Readonly<Record<State, readonly [string, Style]>> = {
  fail: ['✗', 'bad'],
  caution: ['!', 'warning'],
  unknown: ['?', 'warning'],
  waived: ['–', 'faint'],
  pass: ['✓', 'good'],
  'not-applicable': ['–', 'faint'],
};

const verdictStyles: Readonly<Record<Verdict, Style>> = {
  ready: 'good',
  caution: 'warning',
  'not-ready': 'bad',
  undetermined: 'warning',
};

/** The mark of a verdict, and how it is set off. */
export const verdictMark = (verdict: Verdict): readonly [string, Style] => [
  { ready: '✓', caution: '!', 'not-ready': '✗', undetermined: '?' }[verdict],
  verdictStyles[verdict],
];

/** Words broken into lines of at most `width` characters, each after `indent`. */
export const wrapped = (text: string, indent: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
};

const isQuiet = (finding: Finding): boolean => finding.state === 'pass' || finding.state === 'not-applicable';

const findingLines = (finding: Finding, paint: Painter, width: number): readonly string[] => {
  const [mark, style] = marks[finding.state];
  const head = `  ${paint(style, mark)} ${paint('strong', finding.title)}`;
  if (isQuiet(finding)) return [head];
  const labelled = (label: string, text: string): readonly string[] => {
    const [first = '', ...rest] = wrapped(text, ' '.repeat(14), width);
    return [`      ${paint('faint', label.padEnd(8))}${first.trimStart()}`, ...rest];
  };
  const { found, wanted, source } = finding.evidence;
  return [
    head,
    ...(finding.state === 'waived'
      ? labelled('Aside', `${waiverPhrase(finding.waiver)} Without that: ${stateNames[finding.waiver.judged]}.`)
      : []),
    ...labelled('Found', found),
    ...(wanted === null ? [] : labelled('Wanted', wanted)),
    ...(source === '' ? [] : labelled('Read in', source)),
    ...(finding.why === null ? [] : labelled('Why', finding.why)),
    ...finding.remedies.flatMap((remedy) => [
      `      ${paint('strong', remedy.label)}`,
      ...(remedy.command === undefined ? [] : [`        ${paint('faint', '$')} ${remedy.command}`]),
      ...remedy.steps.flatMap((step, index) => {
        const [first = '', ...rest] = wrapped(step, ' '.repeat(11), width);
        return [`        ${index + 1}. ${first.trimStart()}`, ...rest];
      }),
      ...(remedy.link === undefined ? [] : [`           ${remedy.link}`]),
    ]),
    '',
  ];
};

/** The whole report. `width` is the number of columns. */
export const reportText = (report: Report, paint: Painter = plain, width = 96): string => {
  const states: readonly State[] = ['fail', 'caution', 'unknown', 'waived', 'pass', 'not-applicable'];
  const sections = states.flatMap((state) => {
    const findings = report.findings.filter((finding) => finding.state === state);
    if (findings.length === 0) return [];
    const lines = findings.flatMap((finding) => findingLines(finding, paint, width));
    return [
      paint('strong', `${stateNames[state]} (${findings.length})`),
      ...lines,
      ...(lines.at(-1) === '' ? [] : ['']),
    ];
  });
  const late = report.probes.filter((probe) => probe.state === 'unknown').length;
  return [
    `${paint(verdictStyles[report.verdict], headlines[report.verdict])}. ${summary(report)}`,
    '',
    ...sections,
    paint(
      'faint',
      `${report.machine.os}. Checked in ${seconds(report.durationMs)}${late > 0 ? `; ${late} of ${report.probes.length} readings gave no answer` : ''}.`,
    ),
    '',
  ].join('\n');
};

/** The list of checks: what each reads on each system, and its policy keys. */
export const checksText = (checks: readonly Check[], paint: Painter = plain, width = 96): string =>
  checks
    .flatMap((check) => [
      `${paint('strong', check.id)}  ${check.question}  ${paint('faint', `(${groupNames[check.group]})`)}`,
      ...platforms.flatMap((platform) => {
        const [first = '', ...rest] = wrapped(check.reads[platform], ' '.repeat(11), width);
        return [`  ${platformNames[platform].padEnd(9)}${first.trimStart()}`, ...rest];
      }),
      ...Object.entries(check.policy).flatMap(([name, key]) => [
        `  ${paint('faint', 'policy')}   ${name}: ${expected(key)}; default ${JSON.stringify(key.default)}`,
        ...wrapped(key.describe, ' '.repeat(11), width),
      ]),
      '',
    ])
    .join('\n');

/** The same list as data. */
export const checksData = (checks: readonly Check[]): unknown => ({
  schema: 'greenroom.checks/1',
  checks: checks.map(({ id, group, question, why, reads, policy }) => ({ id, group, question, why, reads, policy })),
});
