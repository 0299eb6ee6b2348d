/** Owns the tables in the documents of what every recorded computer is told, and of what systems reveal to no program. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { platformNames } from '../../electron/core/facts/index.ts';
import { notRevealed } from '../../electron/core/facts/not-revealed.ts';

interface Judged {
  readonly verdict: string;
  readonly why: string;
  readonly unknown: Readonly<Record<string, string>>;
}

const judged = (): Readonly<Record<string, Judged>> => {
  const file = fileURLToPath(new URL('../../test/machine-verdicts.json', import.meta.url));
  return (JSON.parse(readFileSync(file, 'utf8')) as { machines: Readonly<Record<string, Judged>> }).machines;
};

export const machineTable = (): string =>
  [
    '| computer | verdict | what decides | not known, and why |',
    '|---|---|---|---|',
    ...Object.entries(judged()).map(([name, { verdict, why, unknown }]) => {
      const open = Object.entries(unknown).map(([check, reason]) => `\`${check}\`: ${reason}`);
      return `| ${name} | ${verdict} | ${why} | ${open.length === 0 ? '–' : open.join('; ')} |`;
    }),
  ].join('\n');

export const notRevealedTable = (): string =>
  [
    '| system | fact | it rests on |',
    '|---|---|---|',
    ...Object.values(notRevealed).map(
      ({ platform, fact, restsOn }) => `| ${platformNames[platform]} | \`${fact}\` | ${restsOn} |`,
    ),
  ].join('\n');
