/** Owns the table of every policy key in the administrator's manual. */
import { english } from '../../electron/core/messages/format.ts';
import { expected } from '../../electron/core/policy/accepts.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { blocks, describeDefault } from './model.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const describedFor = (key: PolicyKey): string =>
  'purpose' in key ? `${english(key.describe)} Used for: ${key.purpose}.` : english(key.describe);

export const policyTable = (): string =>
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
              `| \`${id}.${key}\` | ${cell(english(expected(value)))} | ${cell(describeDefault(value))} | ${cell(describedFor(value))} |`,
          ),
        ),
      ].join('\n'),
    )
    .join('\n\n');

/** A page with one of its tables made again, between its marks; everything around it stays as people wrote it. */
export const withTable = (page: string, name: string, made: string): string => {
  const [first, last] = [`<!-- ${name}: made by “npm run published” -->`, `<!-- end of ${name} -->`];
  const [start, end] = [page.indexOf(first), page.indexOf(last)];
  if (start < 0 || end < start) throw new Error(`A page has lost the marks around its table of ${name}.`);
  return `${page.slice(0, start + first.length)}\n\n${made}\n\n${page.slice(end)}`;
};
