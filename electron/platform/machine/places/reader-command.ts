/** Owns starting the reader process: the program starts itself once more, with a channel between the two. */
import { type ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';

/** More than the places that may hang at once: each may keep a thread of that process. */
const THREADS = 24;

export interface ReaderCommand {
  readonly program: string;
  readonly args: readonly string[];
}

export const startReader = ({ program, args }: ReaderCommand): ChildProcess =>
  spawn(program, [...args], {
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    // A group of its own: what ends this program must leave it the moment to end what that had started.
    detached: process.platform !== 'win32',
    env: { ...process.env, UV_THREADPOOL_SIZE: String(THREADS) },
    cwd: process.platform === 'win32' ? os.tmpdir() : '/',
    windowsHide: true,
  });
