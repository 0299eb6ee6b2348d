/** Policies made from the lists and broken in one line each: lint names that line, and no other. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { knownKeys } from '../../../electron/core/policy/known-keys.ts';
import { lintPolicy } from '../../../electron/core/policy/lint.ts';
import { policyJsonSchema } from '../../../scripts/policy/json-schema.ts';
import { brokenPolicies, rightPolicies, written } from './generated.ts';

const SEED = 9;
const lint = (file: string, text: string) => lintPolicy(file, text, knownKeys, builtInCatalogue);
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
        if (meant !== null) expect(faults[0]?.message, text).toContain(`Did you mean "${meant}"?`);
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
    [6, expect.stringContaining('Did you mean "teams"?')],
    [8, expect.stringContaining('Did you mean "webex"?')],
  ]);
});
