/** Owns the list of checks as text and as data: what each reads on each system, and its policy keys. */

import type { Check } from '../checks/define-check.ts';
import { platformNames, platforms } from '../facts/index.ts';
import { english } from '../messages/format.ts';
import { localise } from '../messages/localise.ts';
import { expected } from '../policy/accepts.ts';
import type { PolicyKey } from '../policy/policy.ts';
import { areaNames } from '../report/areas.ts';
import { type Painter, plain, wrapped } from './terminal.ts';

export const checksText = (checks: readonly Check[], paint: Painter = plain, width = 96): string =>
  checks
    .flatMap((check) => [
      `${paint('strong', check.id)}  ${localise(check.question)}  ${paint('faint', `(${areaNames[check.area]})`)}`,
      ...platforms.flatMap((platform) => {
        const [first = '', ...rest] = wrapped(localise(check.reads[platform]), ' '.repeat(11), width);
        return [`  ${platformNames[platform].padEnd(9)}${first.trimStart()}`, ...rest];
      }),
      ...Object.entries(check.policy).flatMap(([name, key]) => [
        `  ${paint('faint', 'policy')}   ${name}: ${localise(expected(key))}; default ${JSON.stringify(key.default)}`,
        ...wrapped(localise(key.describe), ' '.repeat(11), width),
      ]),
      '',
    ])
    .join('\n');

/** A key with its words in English. */
const keyData = (key: PolicyKey): unknown => ({
  ...key,
  ...(key.kind === 'number' ? { unit: english(key.unit) } : {}),
  ...(key.kind === 'list' ? { of: english(key.of) } : {}),
  describe: english(key.describe),
});

export const checksData = (checks: readonly Check[]): unknown => ({
  schema: 'greenroom.checks/2',
  checks: checks.map(({ id, area, when, question, why, reads, policy }) => ({
    id,
    area,
    when,
    question: english(question),
    why: english(why),
    reads: Object.fromEntries(platforms.map((platform) => [platform, english(reads[platform])])),
    policy: Object.fromEntries(Object.entries(policy).map(([name, key]) => [name, keyData(key)])),
  })),
});
