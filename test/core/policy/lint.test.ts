/** Policies made from the lists and broken in one line each: lint names that line, and no other. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { lintPolicy } from '../../../electron/core/policy/lint.ts';
import { knownKeys } from '../../../electron/engine/run/known-keys.ts';
import { policyJsonSchema } from '../../../scripts/policy/json-schema.ts';
import { inEnglish } from '../../in-english.ts';
import { brokenPolicies, rightPolicies, written } from './generated.ts';

const SEED = 9;
const lint = async (file: string, text: string) => inEnglish(await lintPolicy(file, text, knownKeys, builtInCatalogue));
const isValid = new Ajv2020({ strict: false }).compile(policyJsonSchema());

it('a policy broken in one line is told of in that line, in YAML and in JSON', async () => {
  const seen = new Set<string | null>();
  await fc.assert(
    fc.asyncProperty(brokenPolicies, async ({ entries, fault, meant }) => {
      seen.add(fault);
      for (const format of ['yaml', 'json'] as const) {
        const { text, line } = written(entries, format);
        const faults = await lint(`p.${format}`, text);
        expect(faults.length, text).toBeGreaterThan(0);
        for (const { origin } of faults) expect(origin.place?.line, `${text}\n${faults[0]?.message}`).toBe(line);
        if (meant !== null) expect(faults[0]?.message, text).toContain(`Did you mean “${meant}”?`);
        // What JSON itself allows, the published schema must refuse as well.
        if (format === 'json' && fault !== 'twice') expect(isValid(JSON.parse(text)), text).toBe(false);
      }
    }),
    { numRuns: 200, seed: SEED },
  );
  // Faults of every kind were among them.
  expect(seen.size).toBe(6);
});

it('right policies have nothing wrong with them, for lint and for the published schema', async () => {
  await fc.assert(
    fc.asyncProperty(rightPolicies, async ({ entries }) => {
      for (const format of ['yaml', 'json'] as const) {
        const { text } = written(entries, format);
        expect(await lint(`p.${format}`, text), text).toEqual([]);
        if (format === 'json')
          expect(isValid(JSON.parse(text)), `${text} ${JSON.stringify(isValid.errors)}`).toBe(true);
      }
    }),
    { numRuns: 200, seed: SEED },
  );
});

it('a program that nobody knows is named with the nearest one that is known', async () => {
  const text =
    'schema: greenroom.policy/1\nchecks:\n  meeting-apps:\n    allowedApps:\n      - zoom\n      - teems\n    allowedVersions:\n      wbex: ">=46"\n';
  expect((await lint('p.yaml', text)).map(({ origin, message }) => [origin.place?.line, message])).toEqual([
    [6, expect.stringContaining('Did you mean “teams”?')],
    [8, expect.stringContaining('Did you mean “webex”?')],
  ]);
});

const forNewer = (range: string) =>
  `schema: greenroom.policy/1\nneeds:\n  greenroom: "${range}"\nchecks:\n  tea-is-ready:\n    importance: required\n  wifi:\n    colour: blue\n`;

it('a policy for a newer Greenroom is one sentence, and no fault for each thing that this version does not know', async () => {
  const version = '0.3.0-beta.1';
  const told = async (range: string) =>
    (await lintPolicy('p.yaml', forNewer(range), { ...knownKeys, appVersion: version }, builtInCatalogue)).map(
      ({ origin, message }) => `${origin.place?.line} ${english(message)}`,
    );
  expect(await told('>=0.3.1')).toEqual([
    '3 This policy is for Greenroom >=0.3.1; this is 0.3.0-beta.1. What this version doesn’t know in it doesn’t hold.',
  ]);
  // A range that this version is in leaves every fault as it is, and so does one that is none.
  expect(await told('>=0.2.0')).toHaveLength(2);
  expect((await told('newer than that'))[0]).toMatch(/^3 “needs.greenroom” must be a range of versions/);
  const without = forNewer('>=0.3.1').replace(/needs[\s\S]*?"\n/, '');
  expect(await lint('p.yaml', without)).toHaveLength(2);
});
