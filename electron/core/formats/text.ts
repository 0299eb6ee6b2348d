/** Owns the report as text for a terminal, and the exit code that goes with a verdict. */

import { localise } from '../messages/localise.ts';
import { asMessage, messages } from '../messages/messages.ts';
import { says } from '../messages/says.ts';
import { list, measure, product, type Value } from '../messages/value.ts';
import { areaNames, areas } from '../report/areas.ts';
import { countsOf, toFixFirst, toFixLater } from '../report/counts.ts';
import { type Finding, isNotRevealed, isProblem, type State, states } from '../report/finding.ts';
import { fixTime, fixTimeOf } from '../report/fix-time.ts';
import { areaLines, headlineOf, notRevealedLine, summaryOf } from '../report/headline.ts';
import { localisedReport } from '../report/in-language.ts';
import type { Report } from '../report/report.ts';
import type { Verdict } from '../report/verdict.ts';
import { audiencePhrase, stateNames, waiverPhrase } from '../text/phrases.ts';
import { computerLine } from './computer.ts';
import { type Painter, plain, type Style, wrapped } from './terminal.ts';

export const exitCodes: Readonly<Record<Verdict, number>> = {
  ready: 0,
  caution: 10,
  'not-ready': 20,
  undetermined: 30,
};

const marks: Readonly<Record<State, readonly [string, Style]>> = {
  fail: ['✗', 'bad'],
  caution: ['!', 'warning'],
  unknown: ['?', 'warning'],
  'not-done': ['·', 'faint'],
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

const words = says('report', {
  label: '{label} ({minutes, number} min)',
  before: 'before the call',
  after: 'after the call',
  beforeAbout: 'before the call, about {minutes, number} min',
  afterAbout: 'after the call, about {minutes, number} min',
  whom: 'For',
  snoozed: 'Snoozed',
  snoozedUntil: '{snoozed} Without that: {state}.',
  when: 'When',
  found: 'Found',
  wanted: 'Wanted',
  source: 'Read in',
  why: 'Why',
  count: '({n, number})',
  countAbout: '({n, number}, {time})',
  beforeTitle: 'Before the call',
  afterTitle: 'After the call',
  all: '({counts})',
  took: '{system}. Checked in {time}.',
  tookWithout:
    '{system}. Checked in {time}; {late, number} of {n, plural, one {# reading} other {# readings}} gave no answer.',
  more: 'More: --details.',
});

const titleLines = ({ state, title }: Finding, paint: Painter, width: number): readonly string[] => {
  const [mark, style] = marks[state];
  const [first = '', ...rest] = wrapped(title, '    ', width);
  return [
    `  ${paint(style, mark)} ${paint('strong', first.trimStart())}`,
    ...rest.map((line) => paint('strong', line)),
  ];
};

/** The finding, and what to do: a line each. */
const briefLines = (finding: Finding, paint: Painter, width: number): readonly string[] => {
  const [remedy] = finding.remedies;
  const others = audiencePhrase(finding);
  const todo =
    others !== undefined
      ? localise(others)
      : remedy === undefined || finding.minutes === null
        ? remedy?.label
        : words.label({ label: asMessage(remedy.label), minutes: finding.minutes });
  return [...titleLines(finding, paint, width), ...(todo === undefined ? [] : wrapped(todo, '      ', width))];
};

const isQuiet = ({ state }: Finding): boolean => state === 'pass' || state === 'not-applicable' || state === 'not-done';

const detailLines = (finding: Finding, paint: Painter, width: number): readonly string[] => {
  const head = titleLines(finding, paint, width);
  if (isQuiet(finding)) return head;
  const labelled = (label: string, text: string): readonly string[] => {
    const [first = '', ...rest] = wrapped(text, ' '.repeat(14), width);
    return [`      ${paint('faint', label.padEnd(8))}${first.trimStart()}`, ...rest];
  };
  const { found, wanted, source } = finding.evidence;
  const others = audiencePhrase(finding);
  const { minutes } = finding;
  const isBefore = finding.when === 'before-call';
  const when =
    minutes === null
      ? isBefore
        ? words.before
        : words.after
      : (isBefore ? words.beforeAbout : words.afterAbout)({ minutes });
  return [
    ...head,
    ...(finding.state === 'waived'
      ? labelled(
          words.snoozed,
          words.snoozedUntil({
            snoozed: asMessage(waiverPhrase(finding.waiver)),
            state: asMessage(stateNames[finding.waiver.judged]),
          }),
        )
      : []),
    ...(others === undefined ? [] : labelled(words.whom, localise(others))),
    ...(isProblem(finding) ? labelled(words.when, when) : []),
    ...labelled(words.found, found),
    ...(wanted === null ? [] : labelled(words.wanted, wanted)),
    ...(source === '' ? [] : labelled(words.source, source)),
    ...(finding.why === null ? [] : labelled(words.why, finding.why)),
    ...finding.remedies.flatMap((remedy) => [
      ...wrapped(remedy.label, '      ', width).map((line) => paint('strong', line)),
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

const part = (
  title: string,
  findings: readonly Finding[],
  paint: Painter,
  lines: (finding: Finding) => readonly string[],
): readonly string[] => {
  if (findings.length === 0) return [];
  const time = fixTime(fixTimeOf(findings));
  const n = findings.length;
  const about = time === null ? words.count({ n }) : words.countAbout({ n, time });
  return [`${paint('strong', title)} ${paint('faint', about)}`, ...findings.flatMap(lines), ''];
};

/** "0.4 seconds", "12 seconds". */
const seconds = (milliseconds: number): Value =>
  measure(milliseconds < 10_000 ? Math.round(milliseconds / 100) / 10 : Math.round(milliseconds / 1000), 'second');

/** As a heading counts them. */
const counted = messages('report-count', {
  fail: '{n, number} to fix',
  caution: '{n, number} worth a look',
  unknown: '{n, number} couldn’t be checked',
  'not-done': '{n, number} not done yet',
  waived: '{n, number} snoozed',
  pass: '{n, number} in order',
  'not-applicable': '{n, plural, one {# doesn’t apply} other {# don’t apply}}',
});

/** What is to be done, then a line an area. */
const brief = (report: Report, paint: Painter, width: number): readonly string[] => {
  const lines = (finding: Finding): readonly string[] => briefLines(finding, paint, width);
  return [
    ...part(words.beforeTitle, toFixFirst(report.findings), paint, lines),
    ...part(words.afterTitle, toFixLater(report.findings), paint, lines),
    ...areaLines(report.areas, report.findings).map(({ area, words: told }) => {
      const [mark, style] = marks[area.state];
      return `  ${paint(style, mark)} ${areaNames[area.id].padEnd(20)} ${told}`;
    }),
    '',
  ];
};

/** Every finding with its evidence and all its remedies, area by area. */
const details = ({ findings }: Report, paint: Painter, width: number): readonly string[] =>
  areas.flatMap((area) => {
    const own = findings.filter((finding) => finding.area === area && !isNotRevealed(finding));
    if (own.length === 0) return [];
    const counts = countsOf(own);
    const told = states.flatMap((state) => (counts[state] > 0 ? [counted[state]({ n: counts[state] })] : []));
    const lines = own.flatMap((finding) => detailLines(finding, paint, width));
    return [
      `${paint('strong', areaNames[area])} ${paint('faint', words.all({ counts: list(told, 'comma') }))}`,
      ...lines,
      ...(lines.at(-1) === '' ? [] : ['']),
    ];
  });

export interface TextOptions {
  readonly paint?: Painter;
  /** Number of columns. */
  readonly width?: number;
  /** All there is, in place of what is to be done. */
  readonly details?: boolean;
}

/** The report: short, unless details are wanted. */
export const reportText = (
  made: Report,
  { paint = plain, width = 96, details: all = false }: TextOptions = {},
): string => {
  const report = localisedReport(made);
  const late = report.probes.filter(
    ({ state, cause }) => state === 'unknown' && cause !== 'not-revealed' && cause !== 'not-recorded',
  ).length;
  const headline = headlineOf(report);
  const computer = report.machine.computer === undefined ? null : computerLine(report.machine.computer);
  const quiet = notRevealedLine(report.findings, report.machine.platform);
  const faint = (text: string): readonly string[] => wrapped(text, '', width).map((line) => paint('faint', line));
  const took = { system: product(report.machine.os), time: seconds(report.durationMs) };
  const line = late > 0 ? words.tookWithout({ ...took, late, n: report.probes.length }) : words.took(took);
  return [
    paint(verdictStyles[report.verdict], headline),
    ...wrapped(summaryOf(report), '', width),
    '',
    ...(all ? details(report, paint, width) : brief(report, paint, width)),
    ...(quiet === null ? [] : faint(quiet)),
    ...(all && computer !== null ? faint(localise(computer)) : []),
    ...faint(all ? line : `${line} ${words.more}`),
    '',
  ].join('\n');
};
