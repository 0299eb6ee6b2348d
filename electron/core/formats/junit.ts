/** Owns the result as a JUnit test report, the form that build servers read. */
import type { State } from '../report/finding.ts';
import { itemsOf, type SharedItem, type SharedResult } from '../report/shared-result.ts';
import { attributes, escapeXml } from './xml.ts';

/** A caution fails nothing: it is told in the output of a test that passed. */
const inside = (item: SharedItem): string => {
  const detail = escapeXml(
    [item.found, item.wanted === null ? null : `Wanted: ${item.wanted}`].filter(Boolean).join('\n'),
  );
  switch (item.state) {
    case 'fail':
      return item.check.required
        ? `<failure${attributes({ message: item.words, type: 'fail' })}>${detail}</failure>`
        : `<system-out>${escapeXml(item.words)}${detail === '' ? '' : `\n${detail}`}</system-out>`;
    case 'unknown':
      return item.check.required
        ? `<error${attributes({ message: item.words, type: 'unknown' })}>${detail}</error>`
        : `<skipped${attributes({ message: item.words })}/>`;
    case 'caution':
      return `<system-out>${escapeXml(item.words)}${detail === '' ? '' : `\n${detail}`}</system-out>`;
    case 'waived':
    case 'not-applicable':
      return `<skipped${attributes({ message: item.words })}/>`;
    case 'pass':
      return '';
  }
};

const testCase = (item: SharedItem): string =>
  `    <testcase${attributes({ classname: `greenroom.${item.check.group}`, name: item.key })}>${inside(item)}</testcase>\n`;

export const junit = (told: SharedResult): string => {
  const items = itemsOf(told);
  const number = (state: State): number => items.filter((item) => item.state === state && item.check.required).length;
  const skipped = items.filter(
    ({ state, check }) => state === 'waived' || state === 'not-applicable' || (state === 'unknown' && !check.required),
  ).length;
  const totals = { tests: items.length, failures: number('fail'), errors: number('unknown'), skipped };
  const time = told.durationMs / 1000;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attributes({ name: 'Greenroom', ...totals, time })}>
  <testsuite${attributes({ name: 'Greenroom', ...totals, time, timestamp: told.at })}>
${items.map(testCase).join('')}  </testsuite>
</testsuites>
`;
};
