/** Owns the table of fixes in the documents: what each changes, when, for how long, and the way back. */

import { type Platform, platformNames, platforms } from '../../electron/core/facts/index.ts';
import type { Fix } from '../../electron/core/fixes/fix.ts';
import { fixes } from '../../electron/core/fixes/index.ts';
import { english } from '../../electron/core/messages/format.ts';

const waysOn = ({ ways }: Fix, platform: Platform): string =>
  (ways[platform] ?? []).length === 0
    ? '–'
    : (ways[platform] ?? [])
        .map(({ id, programs }) => (programs[0] === undefined ? id : `\`${programs[0]}\``))
        .join(', ');

const gates: Readonly<Record<Fix['gate'], string>> = {
  any: 'at any time',
  quiet: 'while nothing uses camera or microphone',
  ahead: 'the same, and half an hour or more before a call',
};
const undos: Readonly<Record<Fix['undo'], string>> = {
  restore: 'the value before',
  'end-hold': 'the hold is ended',
  none: 'none',
};

export const fixTable = (): string =>
  [
    `| id | what it does | when | lasts | way back | ${platforms.map((one) => platformNames[one]).join(' | ')} |`,
    `|---|---|---|---|---|${platforms.map(() => '---|').join('')}`,
    ...fixes.map(
      (fix) =>
        `| \`${fix.id}\` | ${english(fix.describe)} | ${gates[fix.gate]} | ${fix.lasts === 'call' ? 'until the call ends' : 'until you undo it'} | ${undos[fix.undo]} | ${platforms.map((one) => waysOn(fix, one)).join(' | ')} |`,
    ),
  ].join('\n');
