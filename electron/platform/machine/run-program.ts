/** Owns running a program of this computer: without a shell, within its limits, and ended with everything it started. */

import { type ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { product } from '../../core/messages/value.ts';
import { reasons } from '../reasons.ts';
import { endGroup } from './end-group.ts';
import { absentOr } from './file-error.ts';
import { abortReason, type CommandResult, type Host, type Limits } from './machine.ts';
import { guardGroup, releaseGroup } from './places/read-places.ts';

const MEBIBYTE = 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_OUTPUT_BYTES = 16 * MEBIBYTE;

/** Folders that only an administrator can write to. */
const windowsPath = ({ variables }: Host): string => {
  const root = variables.SystemRoot ?? 'C:\\Windows';
  return ['System32', '', 'System32\\Wbem', 'System32\\WindowsPowerShell\\v1.0']
    .map((folder) => path.win32.join(root, folder))
    .join(';');
};

/**
 * What a child process gets to see. English and UTF-8 whatever the person's own language, no search path that a person
 * could have filled, and none of the variables that change what system tools answer.
 */
export const childEnvironment = (host: Host): NodeJS.ProcessEnv =>
  host.platform === 'win32'
    ? {
        ...host.variables,
        PATH: windowsPath(host),
        // cmd.exe would look for programs in the folder that Greenroom was started in first.
        NoDefaultCurrentDirectoryInExePath: '1',
        USERPROFILE: host.home,
        TEMP: os.tmpdir(),
        TMP: os.tmpdir(),
      }
    : {
        ...host.variables,
        HOME: host.home,
        PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
        LC_ALL: 'C.UTF-8',
        LANG: 'C.UTF-8',
        TERM: 'dumb',
      };

const TASKKILL_LIMIT_MS = 5_000;

/** Ends a child with everything it started. Where taskkill cannot, or may not run, the child itself is ended. */
const endTree = (child: ChildProcess, pid: number, host: Host): void => {
  if (host.platform !== 'win32') {
    endGroup(pid);
    return;
  }
  const taskkill = path.win32.join(host.variables.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  const limits = {
    stdio: 'ignore',
    windowsHide: true,
    env: childEnvironment(host),
    timeout: TASKKILL_LIMIT_MS,
  } as const;
  spawn(taskkill, ['/pid', String(pid), '/t', '/f'], limits)
    .on('error', () => child.kill())
    .on('exit', (code) => code !== 0 && child.kill())
    // Its end is not waited for: Windows ends what is left with this program.
    .unref();
};

/** Children that run now. They are in groups of their own, so the end of this process would not be theirs. */
const living = new Map<number, { readonly child: ChildProcess; readonly host: Host }>();
process.on('exit', () => {
  for (const [pid, { child, host }] of living) endTree(child, pid, host);
});

/** Runs `file`. Undefined when it is not there; throws `FactUnavailable` when it may not be run, hangs or prints too much. */
export const runProgram = (
  file: string,
  args: readonly string[],
  host: Host,
  limits: Limits,
  signal: AbortSignal,
  onStdout: (soFar: string) => void,
): Promise<CommandResult | undefined> =>
  new Promise((resolve, reject) => {
    const name = path.basename(file);
    const maxBytes = limits.maxBytes ?? MAX_OUTPUT_BYTES;
    const child = spawn(
      file,
      args.map((arg) => limits.scripts?.[arg] ?? arg),
      {
        cwd: host.platform === 'win32' ? undefined : '/',
        detached: host.platform !== 'win32',
        env: childEnvironment(host),
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    if (child.pid !== undefined) {
      living.set(child.pid, { child, host });
      // Windows ends the children of a program that is killed; elsewhere a group lives on unless somebody ends it.
      if (host.platform !== 'win32') guardGroup(child.pid);
    }
    const output: { out: Buffer[]; err: Buffer[]; bytes: number } = { out: [], err: [], bytes: 0 };
    const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
    const end = (settle: () => void): void => {
      if (child.pid !== undefined) endTree(child, child.pid, host);
      // A grandchild may hold the pipes open for ever: the answer does not wait for it.
      child.stdout.destroy();
      child.stderr.destroy();
      finish(settle);
    };
    const stop = (error: FactUnavailable): void => end(() => reject(error));
    // What was asked for piece by piece holds as far as it came.
    const isPartial = (): boolean => limits.until !== undefined && output.out.length > 0;
    const soFar = (): CommandResult => ({ code: null, stdout: text(output.out), stderr: text(output.err) });
    const timer = setTimeout(
      () =>
        isPartial()
          ? end(() => resolve(soFar()))
          : stop(new FactUnavailable('timed-out', reasons.late({ what: product(name) }))),
      limits.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    );
    const onAbort = (): void => stop(abortReason(signal));
    const finish = (settle: () => void): void => {
      if (child.pid !== undefined && living.delete(child.pid) && host.platform !== 'win32') releaseGroup(child.pid);
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const take = (chunks: Buffer[]) => (chunk: Buffer) => {
      output.bytes += chunk.length;
      if (output.bytes > maxBytes)
        return stop(new FactUnavailable('too-large', reasons.talkative({ program: product(name) })));
      chunks.push(chunk);
      if (chunks !== output.out) return;
      if (limits.until !== undefined) onStdout(text(chunks));
      if (limits.enoughBytes !== undefined && output.bytes >= limits.enoughBytes)
        end(() =>
          resolve({ code: null, stdout: text(output.out).slice(0, limits.enoughBytes), stderr: text(output.err) }),
        );
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', take(output.out));
    child.stderr.on('data', take(output.err));
    child.on('error', (error) =>
      finish(() => {
        try {
          resolve(absentOr(error, name));
        } catch (cannotTell) {
          reject(cannotTell);
        }
      }),
    );
    child.on('close', (code) => finish(() => resolve({ code, stdout: text(output.out), stderr: text(output.err) })));
    if (signal.aborted) onAbort();
  });
