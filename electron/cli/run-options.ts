/** Owns what the verbs that run the checks are asked the same way: the time, the limit, the policy and the machine. */

import packageJson from '../../package.json' with { type: 'json' };
import { says } from '../core/messages/says.ts';
import { term } from '../core/messages/value.ts';
import { noPolicy } from '../core/policy/policy.ts';
import type { EffectivePolicy } from '../engine/run/effective-policy.ts';
import { performRun, type RunOutcome, type RunRequest } from '../engine/run/perform-run.ts';
import { createRunPlace, openWorkspace, type Workspace } from '../engine/run/workspace.ts';
import { stateFolder } from '../engine/storage/folders.ts';
import { localMachine } from '../platform/machine/local.ts';
import { WrongUsage } from './exit.ts';
import { readInputFile } from './input-file.ts';
import { type Io, warn } from './io.ts';

const words = says('run-options', {
  progress: 'Checking… {n, plural, one {# check} other {# checks}} to go',
  now: '--now needs a time such as 2026-11-22T09:30:00Z, not “{text}”.',
  timeout: '--timeout needs seconds from 0.1 to 600, not “{text}”.',
});

export interface RunOptions {
  readonly policy?: string;
  readonly machine?: string;
  readonly now?: string;
  readonly timeout?: string;
}

/** `--now`. */
export const nowOf = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(time.getTime())) {
    throw new WrongUsage(words.now({ text: term(text) }));
  }
  return time;
};

/** `--timeout` in milliseconds; what the policy says when absent. */
const deadlineOf = (text: string | undefined, { deadlineMs }: Workspace): number => {
  if (text === undefined) return deadlineMs;
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 600)) throw new WrongUsage(words.timeout({ text: term(text) }));
  return seconds * 1000;
};

/** The policy in a file that was named stands alone; a recorded machine is judged by none but that. */
const chosenPolicy = async (io: Io, { policy: file, machine }: RunOptions): Promise<EffectivePolicy | null> => {
  if (file !== undefined) {
    const { parsePolicyFile } = await import('../engine/run/policy-file.ts');
    return { policy: await parsePolicyFile(file, await readInputFile(io, file, 4)), notices: [] };
  }
  return machine === undefined ? null : { policy: noPolicy, notices: [] };
};

const recordingIn = async (io: Io, file: string) => {
  const [{ parseRecording }, { replayMachine }] = await Promise.all([
    import('../platform/machine/recording.ts'),
    import('../platform/machine/replay.ts'),
  ]);
  const recording = parseRecording(file, await readInputFile(io, file, 64));
  return { port: replayMachine(recording, { strict: false }), recordedAt: new Date(recording.recordedAt) };
};

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly deadlineMs: number;
  /** A recorded machine is judged at the time of its recording. */
  readonly recordedAt: Date | undefined;
}

/** Opens what a run rests on, and tells what of it could not be used. Throws `InputError` and `WrongUsage`. */
export const openFor = async (io: Io, options: RunOptions = {}): Promise<OpenedWorkspace> => {
  const chosen = await chosenPolicy(io, options);
  const local = io.port ?? localMachine();
  const recording = options.machine === undefined ? null : await recordingIn(io, options.machine);
  const workspace = await openWorkspace(
    createRunPlace({
      port: recording?.port ?? local,
      folder: stateFolder(local.host),
      appVersion: packageJson.version,
      isRecorded: recording !== null,
      ...(chosen === null ? {} : { policy: () => Promise.resolve(chosen) }),
    }),
  );
  const deadlineMs = deadlineOf(options.timeout, workspace);
  for (const notice of workspace.notices) warn(io, `${notice}\n`);
  return { workspace, deadlineMs, recordedAt: recording?.recordedAt };
};

const CLEAR = '\r\u001b[K';

/** Runs the checks with one line of progress on a terminal; what could not be read or kept is told after it. */
export const runWithProgress = async (io: Io, workspace: Workspace, request: RunRequest): Promise<RunOutcome> => {
  const isShown = io.stderr.isTTY === true;
  const outcome = await performRun(workspace, {
    ...request,
    onProgress: (pending) => {
      if (isShown && pending.length > 0) io.stderr.write(CLEAR + words.progress({ n: pending.length }));
    },
    onReport: (report) => {
      if (isShown) io.stderr.write(CLEAR);
      request.onReport?.(report);
    },
  });
  for (const notice of outcome.notices) warn(io, `${notice}\n`);
  return outcome;
};
