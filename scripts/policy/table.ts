/** Owns the table of every policy key in the administrator's manual. */
import { expected } from '../../electron/core/policy/accepts.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { blocks, describeDefault } from './model.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const describedFor = (key: PolicyKey): string =>
  'purpose' in key ? `${key.describe} Used for: ${key.purpose}.` : key.describe;

const table = (): string =>
  blocks
    .map(({ name, title, sections }) =>
      [
        `### ${title}`,
        '',
        `| \`${name}.\` | takes | default | what it does |`,
        '|---|---|---|---|',
        ...sections.flatMap(({ id, keys }) =>
          keys.map(
            ([key, value]) =>
              `| \`${id}.${key}\` | ${cell(expected(value))} | ${cell(describeDefault(value))} | ${cell(describedFor(value))} |`,
          ),
        ),
      ].join('\n'),
    )
    .join('\n\n');

const START = '<!-- policy keys: made by “npm run published” -->';
const END = '<!-- end of policy keys -->';

/** The manual with its table made anew; everything around it stays as people wrote it. */
export const withTable = (manual: string): string => {
  const [start, end] = [manual.indexOf(START), manual.indexOf(END)];
  if (start < 0 || end < start) throw new Error('The manual has lost the marks around its table of policy keys.');
  return `${manual.slice(0, start + START.length)}\n\n${table()}\n\n${manual.slice(end)}`;
};
