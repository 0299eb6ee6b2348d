/** Owns processes that write into a folder of Greenroom's as told, so that several of them and their ends can be tried. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../../doubles/build-program.ts';

/** Builds the writer once; resolves to the file of the program. */
export const buildWriter = (): Promise<string> =>
  buildProgram(
    fileURLToPath(new URL('writer.ts', import.meta.url)),
    mkdtempSync(path.join(tmpdir(), 'greenroom-writer-')),
  );

export interface Writer {
  readonly process: ChildProcess;
  /** Its name as the owner of a lock. */
  readonly owner: string;
  /** Writes one entry into each kind of file; resolves when the writer says that it is kept. */
  write(name: string): Promise<void>;
  /** Writes on and on, until it is killed: `name-0`, `name-1`, … Calls back for each that it says is kept. */
  writeOn(name: string, kept: (entry: string) => void): void;
  end(): Promise<void>;
}

type Message = { readonly owner: string } | { readonly kept: string } | { readonly failed: string };

export const startWriter = async (program: string, folder: string): Promise<Writer> => {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [first] = (await once(child, 'message')) as [{ readonly owner: string }];
  return {
    process: child,
    owner: first.owner,
    write: (name) =>
      new Promise((resolve, reject) => {
        const listen = (message: Message): void => {
          if ('kept' in message && message.kept !== name) return;
          child.off('message', listen);
          if ('failed' in message) reject(new Error(message.failed));
          else resolve();
        };
        child.on('message', listen);
        child.send({ write: name });
      }),
    writeOn: (name, kept) => {
      child.on('message', (message: Message) => {
        if ('kept' in message) kept(message.kept);
      });
      child.send({ writeOn: name });
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
};
