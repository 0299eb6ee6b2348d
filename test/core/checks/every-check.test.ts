/** What holds for every check in the list: its words, its remedies, its policy, and what it says when nothing is known. */

import { describe, expect, test } from 'vitest';
import { checks } from '../../../electron/core/checks/index.ts';
import { unknown } from '../../../electron/core/facts/fact.ts';
import type { AnyFactKey } from '../../../electron/core/facts/index.ts';
import { platforms } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { accepts } from '../../../electron/core/policy/accepts.ts';
import type { HandFacts } from './judged.ts';
import { judged } from './judged.ts';

const REASON = 'It did not answer in time.';
const nothingKnown = (keys: readonly AnyFactKey[]): HandFacts =>
  Object.fromEntries(keys.map((key) => [key, unknown('timed-out', asMessage(REASON))]));

test('no two checks have one id, and ids are words joined by hyphens', () => {
  const ids = checks.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('to be required is policy’s word: by default nothing is but a policy that can be used', () => {
  const required = checks.filter((check) => check.policy.importance?.default === 'required');
  expect(required.map((check) => check.id)).toEqual(['policy']);
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  test('asks a question, and says why in at most two lines', () => {
    expect(english(check.question)).toMatch(/\?$/);
    expect(english(check.why).length).toBeLessThanOrEqual(180);
    for (const platform of platforms) expect(check.reads[platform]).not.toBe('');
  });

  test('every remedy has a label, steps in sentences, and at most one link of an allowed kind', () => {
    for (const [key, remedy] of Object.entries(check.remedies)) {
      expect(english(remedy.label), key).not.toBe('');
      expect(remedy.steps.length, key).toBeGreaterThan(0);
      for (const step of remedy.steps) expect(english(step), key).toMatch(/\S/);
      if (remedy.link !== undefined)
        expect(remedy.link, key).toMatch(/^(ms-settings:|x-apple\.systempreferences:|https:\/\/)\S+$/);
      if (remedy.command !== undefined) expect(remedy.command, key).not.toMatch(/[\n\r]/);
    }
  });

  test('its policy accepts its own defaults, and describes each key', () => {
    for (const [name, key] of Object.entries(check.policy)) {
      expect(accepts(key, key.default), name).toBe(true);
      expect(english(key.describe), name).toMatch(/\.$/);
    }
  });

  test.each(platforms)('says on %s that it could not tell, and why, when nothing could be read', (platform) => {
    const findings = judged(check, nothingKnown([...check.needs, ...check.uses]), { platform });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      state: 'unknown',
      title: english(check.unknownTitle),
      evidence: { found: REASON },
    });
    expect(findings[0]?.why).toBe(english(check.why));
  });
});
