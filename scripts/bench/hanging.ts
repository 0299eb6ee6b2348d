/** Owns what folders that never answer cost the built program: a check beside three of them, and its end when it is told to. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mountHanging } from '../../test/prove/hanging-mount.ts';
import { withoutHanging } from '../soak/faulty-computer.ts';
import { median } from './figures.ts';

const PLACES = ['Downloads', '.config', '.var'];
const ROUNDS = 5;
/** By then its readings hang. */
const BEFORE_END_MS = 2_000;

/** Null where no folder can be made to hang. */
export const benchHanging = async (cli: string) => {
  if (process.platform !== 'linux' || withoutHanging() !== undefined) return null;
  const home = mkdtempSync(path.join(tmpdir(), 'greenroom-hanging-'));
  const ends = PLACES.map((name) => {
    const at = path.join(home, name);
    mkdirSync(at);
    const answer = mountHanging('silent', at);
    return () => {
      answer();
      execFileSync('umount', ['-l', at]);
    };
  });
  const check = async (tellAfterMs?: number): Promise<number> => {
    let since = performance.now();
    const env = { ...process.env, HOME: home, GREENROOM_STATE: path.join(home, 'state') };
    const child = spawn(process.execPath, [cli, 'check'], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    if (tellAfterMs !== undefined) {
      await Promise.race([ended, wait(tellAfterMs)]);
      since = performance.now();
      child.kill('SIGTERM');
    }
    await ended;
    return Math.round(performance.now() - since);
  };
  try {
    const told: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) told.push(await check(BEFORE_END_MS));
    return { checkMs: await check(), endMs: median(told), slowestEndMs: Math.max(...told) };
  } finally {
    for (const end of ends) end();
    rmSync(home, { recursive: true, force: true });
  }
};
