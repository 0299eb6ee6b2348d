/** Owns the soak in faults: checks on a computer where everything goes wrong, cancelled, and with their reader killed, minute by minute. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runChecks } from '../../electron/engine/run/run.ts';
import { localMachine } from '../../electron/platform/machine/local.ts';
import type { MachinePort } from '../../electron/platform/machine/machine.ts';
import { readThroughProcess } from '../../electron/platform/machine/places/read-places.ts';
import { root } from '../build.ts';
import { type FaultyComputer, faultyComputer, withoutHanging } from './faulty-computer.ts';
import { grown, type Levels, levelsNow, readersNow, startedWith } from './levels.ts';

const MINUTE_MS = 60_000;
const DEADLINE_MS = 3_000;
/** What was started ends within this time after its asker has gone. */
const ENDED_MS = 5_000;
const SEED = 17;

/** The same faults each time: Park and Miller's generator. */
const chance = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return { next, pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T };
};

interface Minute extends Levels {
  readonly checks: number;
  readonly cancelled: number;
  readonly readersKilled: number;
  readonly terminals: number;
  /** The longest that one in the terminal went on after it was told to end. */
  readonly slowestEndMs: number;
  /** Processes that outlived what had started them. */
  readonly left: number;
}

/** Waits until nothing that was started with `word` is left but `own`; how many are left when they had time enough. */
const leftBehind = async (word: string, own = 0): Promise<number> => {
  const until = performance.now() + ENDED_MS;
  while (startedWith(word) > own && performance.now() < until) await wait(20);
  return Math.max(0, startedWith(word) - own);
};

/** A check in the terminal on the same places, ended at some moment; how long its end takes, and what is left of it. */
const endTerminal = async (home: string, word: string, signal: NodeJS.Signals, afterMs: number) => {
  const child = spawn(process.execPath, [path.join(root, 'dist/main/cli.js'), 'check'], {
    env: { ...process.env, HOME: home, GREENROOM_STATE: path.join(home, '.state'), GREENROOM_SOAK: `${word}-terminal` },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await Promise.race([ended, wait(afterMs)]);
  const told = performance.now();
  child.kill(signal);
  await ended;
  return { endMs: Math.round(performance.now() - told), left: await leftBehind(`${word}-terminal`) };
};

const port = (computer: FaultyComputer): MachinePort => {
  const local = localMachine({ root: computer.disk, host: { home: computer.home, variables: {} } });
  return {
    ...local,
    read: (operation, ...rest) => {
      if (operation.op === 'run') computer.want(operation.program);
      return local.read(operation, ...rest);
    },
  };
};

/** True where nothing grew and nothing was left behind. */
export const soakFaults = async (minutes: number): Promise<boolean> => {
  const why = withoutHanging();
  if (why !== undefined) process.stderr.write(`No folder can be made to hang here: ${why}.\n`);
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-soak-'));
  const word = path.basename(folder);
  const { next, pick } = chance(SEED);
  const computer = faultyComputer(folder, pick);
  const machine = port(computer);
  readThroughProcess({ program: process.execPath, args: [path.join(root, 'dist/main/reader.js')] });
  const all: Minute[] = [];
  try {
    for (let n = 1; n <= minutes; n += 1) {
      const end = performance.now() + MINUTE_MS;
      let [checks, cancelled, readersKilled, terminals, slowestEndMs, left] = [0, 0, 0, 0, 0, 0];
      for (; performance.now() < end; checks += 1) {
        computer.spoil();
        const stop = new AbortController();
        const timers: NodeJS.Timeout[] = [];
        const sometimes = (act: () => void): void => {
          if (next() < 1 / 3) timers.push(setTimeout(act, next() * DEADLINE_MS));
        };
        sometimes(() => {
          cancelled += 1;
          stop.abort();
        });
        sometimes(() => {
          for (const pid of readersNow()) {
            readersKilled += 1;
            process.kill(pid, 'SIGKILL');
          }
        });
        await runChecks({ port: machine, deadlineMs: DEADLINE_MS, signal: stop.signal });
        for (const timer of timers) clearTimeout(timer);
        left = Math.max(left, await leftBehind(word));
        if (checks % 4 === 0) {
          terminals += 1;
          const signal = pick(['SIGTERM', 'SIGINT', 'SIGKILL'] as const);
          const one = await endTerminal(computer.disk + computer.home, word, signal, next() * 2 * DEADLINE_MS);
          slowestEndMs = Math.max(slowestEndMs, one.endMs);
          left = Math.max(left, one.left);
        }
        if (next() < 1 / 2) computer.recover();
      }
      // Its reader is there each time it is counted.
      await machine.read({ op: 'stat', path: computer.home }, {}, new AbortController().signal);
      const minute = { ...levelsNow(), checks, cancelled, readersKilled, terminals, slowestEndMs, left };
      all.push(minute);
      process.stderr.write(`Minute ${n}: ${JSON.stringify(minute)}\n`);
    }
  } finally {
    computer.recover();
    readThroughProcess(null);
    rmSync(folder, { recursive: true, force: true });
  }
  const growing = grown(all);
  const left = Math.max(...all.map((it) => it.left));
  process.stdout.write(`${JSON.stringify({ minutes: all, programs: computer.programs(), grown: growing, left })}\n`);
  return growing.length === 0 && left === 0;
};
