/** Owns the lock of the first instance: a file that only one can create, and a socket by which a second one makes itself known. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
}

const folderSwitch = '--user-data-dir=';
const folder =
  process.argv.find((argument) => argument.startsWith(folderSwitch))?.slice(folderSwitch.length) ??
  path.join(homedir(), '.cache', 'greenroom-stand-in');
const lockFile = path.join(folder, 'instance.lock');
const name = `greenroom-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Takes the lock; false when a living process holds it. A dead holder's lock is taken over. */
const take = (): boolean => {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(lockFile, 'utf8')))) return false;
    rmSync(lockFile, { force: true });
    return take();
  }
};

export const releaseLock = (): void => {
  for (const file of [lockFile, socket]) rmSync(file, { force: true });
};

/** What must still be sent before the process may end. */
let pending: Promise<void> = Promise.resolve();
export const secondInstanceTold = (): Promise<void> => pending;

export const requestLock = (onSecond: (second: SecondInstance) => void): boolean => {
  if (take()) {
    rmSync(socket, { force: true });
    const server = createServer({ allowHalfOpen: true }, (connection) => {
      let text = '';
      connection.on('data', (data) => {
        text += data.toString();
      });
      connection.on('end', () => {
        onSecond(JSON.parse(text) as SecondInstance);
        connection.end();
      });
    });
    server.listen(socket).unref();
    process.on('exit', releaseLock);
    return true;
  }
  pending = new Promise((resolve) => {
    const connection = connect(socket, () =>
      connection.end(JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() } satisfies SecondInstance)),
    );
    connection.on('close', () => resolve());
    connection.on('error', () => resolve());
    connection.resume();
  });
  return false;
};
