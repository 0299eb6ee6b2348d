/** The checks that rest on a look at the camera's picture: what they say of it, of an old one, and of none. */

import { describe, expect, test } from 'vitest';
import type { CameraLook, LookMeasures } from '../../../../electron/core/camera/look.ts';
import {
  type ExaminationPart,
  examinationParts,
  lookedForParts,
  type ObservationKind,
} from '../../../../electron/core/camera/observation.ts';
import { checkOfPart } from '../../../../electron/core/checks/define-camera-check.ts';
import { checks } from '../../../../electron/core/checks/index.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { PolicyValue } from '../../../../electron/core/policy/policy.ts';
import type { Finding } from '../../../../electron/core/report/finding.ts';
import { everyPart, judged, NOW, policyFor } from '../judged.ts';

const look = (kinds: readonly ObservationKind[], parts: Partial<LookMeasures['parts']> = {}, at = NOW): CameraLook => ({
  at,
  parts: { ...everyPart('finished'), ...parts },
  noticed: kinds.map((kind) => ({ kind, share: kind === 'text' ? 0.12 : null, confidence: 0.8 })),
});
const findingOf = (
  part: ExaminationPart,
  fact: CameraLook,
  values: Readonly<Record<string, PolicyValue>> = {},
): Finding => {
  const check = checks.find(({ id }) => id === checkOfPart[part]);
  if (check === undefined) throw new Error(`Nothing judges ${part}.`);
  const [finding] = judged(
    check,
    { cameraLook: known(fact, 'the camera view'), cameraView: known('not-opened', 'the camera view') },
    { policy: policyFor(check.id, values) },
  );
  if (finding === undefined) throw new Error(`${check.id} says nothing.`);
  return finding;
};

/** What a part gets in which nothing was noticed. */
const unnoticed = (part: ExaminationPart) => (lookedForParts.includes(part) ? 'pass' : 'not-applicable');

test('what no look looks for is never green, whatever the page tells of it', () => {
  const never = examinationParts.filter((part) => !lookedForParts.includes(part));
  expect(never).toEqual(['screens']);
  expect(findingOf('screens', look([])).state).toBe('not-applicable');
  expect(findingOf('screens', look([]), { importance: 'required' }).state).toBe('unknown');
  expect(findingOf('screens', look(['screen']), { surePercent: 90 }).state).toBe('not-applicable');
  // No look would change it, so nobody is asked for one.
  expect(findingOf('screens', 'not-yet').state).toBe('not-applicable');
});

describe.each(lookedForParts)('%s', (part) => {
  test('passes when the look was finished and nothing was noticed', () => {
    expect(findingOf(part, look([])).state).toBe('pass');
  });

  test.each([
    ['not-yet', 'not-done'],
    ['switched-off', 'not-applicable'],
  ] as const)('is quiet when the look is %s: %s, required or not', (none, state) => {
    expect(findingOf(part, none).state).toBe(state);
    expect(findingOf(part, none, { importance: 'required' }).state).toBe(state);
  });

  test('goes stale: an old look is no look', () => {
    const old = look([], {}, '2026-11-22T03:59:00.000Z');
    expect(findingOf(part, old).state).toBe('not-done');
    expect(findingOf(part, old, { importance: 'required' }).state).toBe('not-done');
    expect(findingOf(part, old, { maxAgeHours: 9 }).state).toBe('pass');
  });

  test.each(['not-finished', 'not-available', 'unclear'] as const)('is never green when it was %s', (state) => {
    expect(findingOf(part, look([], { [part]: state })).state).toBe('unknown');
  });
});

test.each<[ExaminationPart, ObservationKind, string]>([
  ['text', 'text', 'Text is readable behind you'],
  ['people', 'person', 'Someone else may be in view'],
  ['screens', 'screen', 'A screen is visible behind you'],
  ['movement', 'movement', 'Something is moving behind you'],
  ['light', 'too-dark', 'Your picture is too dark'],
  ['light', 'blown-out', 'Your picture is too bright'],
  ['light', 'backlit', 'There’s a bright light behind you'],
  ['light', 'lens-covered', 'Something may be covering the lens'],
  ['light', 'black-picture', 'Your camera’s picture is black'],
  ['focus', 'out-of-focus', 'Your picture is blurry'],
  ['framing', 'nobody-there', 'Nobody is in the picture'],
  ['framing', 'head-cut-off', 'The top of your head is cut off'],
  ['framing', 'too-far', 'You’re too small in the picture'],
  ['framing', 'off-centre', 'You’re off to the side'],
])('%s: %s is worth a look and says so, and no other check minds', (part, kind, title) => {
  expect(findingOf(part, look([kind]))).toMatchObject({ state: 'caution', title });
  for (const other of examinationParts) {
    if (other !== part) expect(findingOf(other, look([kind])).state, other).toBe(unnoticed(other));
  }
});

test('what was seen counts even if the time ended before the rest', () => {
  expect(findingOf('text', look(['text'], { text: 'not-finished' }))).toMatchObject({
    state: 'caution',
    evidence: { found: '1 place, 12% of the picture.' },
  });
});

test('policy says how sure one must be', () => {
  expect(findingOf('people', look(['person']), { surePercent: 90 }).state).toBe('pass');
});
