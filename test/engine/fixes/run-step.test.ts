/** One step for real: standard input closed, holds that are kept and ended, and programs that no fix starts. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { OWNER } from '../../../electron/core/fixes/fix.ts';
import { endHold, lastWordsOf, runStep, type StepPlace } from '../../../electron/engine/fixes/run-step.ts';
import { localHost } from '../../../electron/platform/machine/local-host.ts';

const patient = { timeout: 20_000, interval: 50 };

/** A folder with one program, and where that leaves word. */
const withProgram = (script: string): StepPlace & { readonly word: () => string } => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greenroom-step-'));
  const [folder, word] = [path.join(root, 'own'), path.join(root, 'word')];
  for (const one of [folder, path.join(root, 'usr/bin')]) mkdirSync(one, { recursive: true });
  const program = path.join(root, 'usr/bin/program');
  writeFileSync(program, `#!/bin/sh\nword=${word}\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    ...{ root, folder, open: () => Promise.resolve(true) },
    host: { ...localHost(), platform: 'linux' },
    word: () => (existsSync(word) ? readFileSync(word, 'utf8').trim() : ''),
  };
};
const step = (does: 'run' | 'hold', ...args: readonly string[]) =>
  ({ does, program: '/usr/bin/program', args }) as const;
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A child that nobody has asked about yet is no running one.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('a program that asks gets no answer, and says so itself', async () => {
  const place = withProgram('read -r line || { echo "no input" >&2; exit 3; }');
  expect(await runStep(step('run'), 'a', place)).toEqual({ isDone: false, program: 'program', said: 'no input' });
  expect(readdirSync(place.folder)).toEqual([]);
});

test('arguments are arguments, whatever stands in them', async () => {
  const place = withProgram('printf "%s" "$1" > "$word"');
  await runStep(step('run', '$(touch /tmp/x); echo "\'`'), 'b', place);
  expect(place.word()).toBe('$(touch /tmp/x); echo "\'`');
});

test('a program that is not there is told, and nothing stays behind', async () => {
  const place = withProgram('exit 0');
  expect(await runStep({ does: 'run', program: '/usr/bin/other', args: [] }, 'c', place)).toMatchObject({
    isDone: false,
  });
  expect(readdirSync(place.folder)).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a hold runs on under Greenroom’s own number, and ends when it is ended',
  async () => {
    const place = withProgram('echo "$$ $1" > "$word"; exec /usr/bin/tail "--pid=$1" -f /dev/null');
    expect(await runStep(step('hold', OWNER), 'd', place)).toMatchObject({ isDone: true });
    await vi.waitFor(() => expect(place.word()).not.toBe(''), patient);
    const [helper, owner] = place.word().split(' ').map(Number);
    expect(owner).toBe(process.pid);
    expect(runs(helper ?? 0)).toBe(true);
    expect(endHold('d')).toBe(true);
    await vi.waitFor(() => expect(runs(helper ?? 0)).toBe(false), patient);
    expect(endHold('d')).toBe(false);
    expect(lastWordsOf('d')).toBeUndefined();
  },
);

test('a hold that the system lets nobody have says why', async () => {
  const place = withProgram('echo "Failed to inhibit: Access denied" >&2; exit 1');
  await runStep(step('hold'), 'e', place);
  await vi.waitFor(() => expect(lastWordsOf('e')?.said).toBe('Failed to inhibit: Access denied'), patient);
  expect(endHold('e')).toBe(false);
});

test('what no fix does is not done, though a fix said so', async () => {
  const place = withProgram('exit 0');
  await expect(runStep({ does: 'run', program: '/usr/bin/sudo', args: ['true'] }, 'f', place)).rejects.toThrow('sudo');
});

test('what the program itself holds ends with the change, and is not to be had where it cannot', async () => {
  let holds = 0;
  const awake = {
    isHeld: () => holds > 0,
    hold: () => {
      holds += 1;
      return () => {
        holds -= 1;
      };
    },
  };
  const place = withProgram('exit 0');
  expect(await runStep({ does: 'awake' }, 'g', place)).toMatchObject({ isDone: false });
  expect(await runStep({ does: 'awake' }, 'g', { ...place, awake })).toMatchObject({ isDone: true });
  expect([awake.isHeld(), endHold('g'), awake.isHeld(), endHold('g')]).toEqual([true, true, false, false]);
});
