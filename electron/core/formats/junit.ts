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
    case 'not-done':
      return item.check.required
        ? `<error${attributes({ message: item.words, type: item.state })}>${detail}</error>`
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
  `    <testcase${attributes({ classname: `greenroom.${item.check.area}`, name: item.key })}>${inside(item)}</testcase>\n`;

export const junit = (told: SharedResult): string => {
  const items = itemsOf(told);
  const isOpen = (state: State): boolean => state === 'unknown' || state === 'not-done';
  const failures = items.filter(({ state, check }) => state === 'fail' && check.required).length;
  const errors = items.filter(({ state, check }) => isOpen(state) && check.required).length;
  const skipped = items.filter(
    ({ state, check }) => state === 'waived' || state === 'not-applicable' || (isOpen(state) && !check.required),
  ).length;
  const totals = { tests: items.length, failures, errors, skipped };
  const time = told.durationMs / 1000;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attributes({ name: 'Greenroom', ...totals, time })}>
  <testsuite${attributes({ name: 'Greenroom', ...totals, time, timestamp: told.at })}>
${items.map(testCase).join('')}  </testsuite>
</testsuites>
`;
};
