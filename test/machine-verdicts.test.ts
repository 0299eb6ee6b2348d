/** Every recorded computer's verdict, what to fix before and after the call, and each unknown: judged by hand beforehand. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, isNotRevealed, isProblem } from '../electron/core/report/finding.ts';
import { runChecks } from '../electron/engine/run/run.ts';
import { parseRecording } from '../electron/platform/machine/recording.ts';
import { replayMachine } from '../electron/platform/machine/replay.ts';
import expected from './machine-verdicts.json' with { type: 'json' };

const folder = path.resolve('test/machines');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

const check = (name: string) => {
  const file = path.join(folder, `${name}.json`);
  const recording = parseRecording(file, readFileSync(file, 'utf8'));
  const port = replayMachine(recording, { strict: true });
  // No recorded machine is slow: the time of a run is not what is looked at here.
  return runChecks({ port, now: new Date(recording.recordedAt), deadlineMs: 60_000 });
};

const idsOf = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ id }) => id))].sort();

test('each recorded computer was judged by hand', () => {
  expect(Object.keys(expected.machines).sort()).toEqual(names.toSorted());
});

describe('as judged by hand', () => {
  test.each(Object.entries(expected.machines))('%s', async (name, wanted) => {
    const { verdict, findings } = await check(name);
    const problems = findings.filter(isProblem);
    const unknown = findings.filter((one) => one.state === 'unknown' && !isNotRevealed(one));
    expect({
      verdict,
      before: idsOf(problems.filter(({ when }) => when === 'before-call')),
      after: idsOf(problems.filter(({ when }) => when === 'after-call')),
      unknown: idsOf(unknown),
      notRevealed: idsOf(findings.filter(isNotRevealed)),
    }).toEqual({
      verdict: wanted.verdict,
      before: wanted.before.toSorted(),
      after: wanted.after.toSorted(),
      unknown: Object.keys(wanted.unknown).sort(),
      notRevealed: wanted.notRevealed.toSorted(),
    });
    // A computer in good order is not buried in what nobody could tell.
    if (problems.length === 0 && verdict === 'ready') expect(unknown.length).toBeLessThanOrEqual(3);
  });
});
