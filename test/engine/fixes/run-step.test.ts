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
const withProgram = (name: string, script: string): StepPlace & { readonly word: () => string } => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greenroom-step-'));
  const [folder, word] = [path.join(root, 'own'), path.join(root, 'word')];
  for (const one of [folder, path.join(root, 'usr/bin')]) mkdirSync(one, { recursive: true });
  const program = path.join(root, 'usr/bin', name);
  writeFileSync(program, `#!/bin/sh\nword=${word}\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    ...{ root, folder, open: () => Promise.resolve(true) },
    host: { ...localHost(), platform: 'linux' },
    word: () => (existsSync(word) ? readFileSync(word, 'utf8').trim() : ''),
  };
};
const wifiOn = { does: 'run', program: '/usr/bin/nmcli', args: ['radio', 'wifi', 'on'] } as const;
const hold = {
  does: 'hold',
  program: '/usr/bin/kde-inhibit',
  args: ['--notifications', '/usr/bin/tail', `--pid=${OWNER}`, '-f', '/dev/null'],
} as const;
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
  const place = withProgram('nmcli', 'read -r line || { echo "no input" >&2; exit 3; }');
  expect(await runStep(wifiOn, 'a', place)).toEqual({ isDone: false, program: 'nmcli', said: 'no input' });
  expect(readdirSync(place.folder)).toEqual([]);
});

test('arguments are arguments, whatever stands in them', async () => {
  const place = withProgram('pactl', 'printf "%s" "$2" > "$word"');
  const args = ['set-default-sink', '$(touch /tmp/x); echo "\'`'];
  await runStep({ does: 'run', program: '/usr/bin/pactl', args }, 'b', place);
  expect(place.word()).toBe('$(touch /tmp/x); echo "\'`');
});

test('a program that is not there is told, and nothing stays behind', async () => {
  const place = withProgram('other', 'exit 0');
  expect(await runStep(wifiOn, 'c', place)).toMatchObject({
    isDone: false,
  });
  expect(readdirSync(place.folder)).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a hold runs on under Greenroom’s own number, and ends when it is ended',
  async () => {
    const place = withProgram('kde-inhibit', 'echo "$$ $3" | sed s/--pid=// > "$word"; exec "$2" "$3" "$4" "$5"');
    expect(await runStep(hold, 'd', place)).toMatchObject({ isDone: true });
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
  const place = withProgram('kde-inhibit', 'echo "Failed to inhibit: Access denied" >&2; exit 1');
  await runStep(hold, 'e', place);
  await vi.waitFor(() => expect(lastWordsOf('e')?.said).toBe('Failed to inhibit: Access denied'), patient);
  expect(endHold('e')).toBe(false);
});

test('what no fix does is not done, though a fix said so', async () => {
  const place = withProgram('nmcli', 'exit 0');
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
  const place = withProgram('nmcli', 'exit 0');
  expect(await runStep({ does: 'awake' }, 'g', place)).toMatchObject({ isDone: false });
  expect(await runStep({ does: 'awake' }, 'g', { ...place, awake })).toMatchObject({ isDone: true });
  expect([awake.isHeld(), endHold('g'), awake.isHeld(), endHold('g')]).toEqual([true, true, false, false]);
});
