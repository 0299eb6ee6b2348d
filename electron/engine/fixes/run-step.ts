/** Owns doing one step of a fix: apart from the machine port, which only reads, and never ended in the middle. */
import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAllowed } from '../../core/fixes/allowed.ts';
import { OWNER, type Step } from '../../core/fixes/fix.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { childEnvironment } from '../../platform/machine/run-program.ts';

/** What keeps the computer awake without a helper. */
export interface Awake {
  readonly isHeld: () => boolean;
  /** Begins it, and tells how to end it. */
  readonly hold: () => () => void;
}

export interface StepPlace {
  readonly host: Host;
  /** Greenroom's own: what a program says is written to a file there, as a pipe that breaks would end the program. */
  readonly folder: string;
  /** Put before every program, so that a folder can stand for a whole disk in tests. */
  readonly root?: string;
  /** Gives a constant address to the system. */
  readonly open: (address: string) => Promise<boolean>;
  readonly awake?: Awake;
}

export interface StepEnd {
  readonly isDone: boolean;
  /** The program's name. */
  readonly program: string;
  /** What it said about it, in its own words; empty when nothing. */
  readonly said: string;
}

const MOST_SAID = 400;

const environmentOf = (host: Host): NodeJS.ProcessEnv => ({
  ...childEnvironment(host),
  // KDE's helper wants a screen to draw on, though it draws nothing.
  ...(host.platform === 'linux' ? { QT_QPA_PLATFORM: 'offscreen' } : {}),
});

/** What ends the holds that this process keeps, by the ids of their changes. */
const held = new Map<string, () => void>();

/** What helpers said that have ended by themselves, as where the system lets nobody hold. */
const lastWords = new Map<string, StepEnd>();

/** Why a hold has ended by itself; undefined where it runs, or there is none. */
export const lastWordsOf = (change: string): StepEnd | undefined => {
  const said = lastWords.get(change);
  lastWords.delete(change);
  return said;
};

const endHelper = ({ pid }: ChildProcess): void => {
  try {
    // Greenroom's own helper, with the program that it runs under.
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
};

process.on('exit', () => {
  for (const end of held.values()) end();
});

/** Ends the hold of a change. False when this process keeps none. */
export const endHold = (change: string): boolean => {
  const end = held.get(change);
  if (end === undefined) return false;
  held.delete(change);
  end();
  return true;
};

/**
 * Starts it with standard input closed and in a group of its own, so that neither Ctrl-C nor the end of Greenroom reaches
 * it. Resolves when it has ended; a hold as soon as it runs, or has ended at once.
 */
export const runStep = async (step: Step, change: string, place: StepPlace): Promise<StepEnd> => {
  if (step.does === 'open') return { isDone: await place.open(step.address), program: 'browser', said: '' };
  if (step.does === 'awake') {
    if (place.awake !== undefined) held.set(change, place.awake.hold());
    return { isDone: place.awake !== undefined, program: 'Greenroom', said: '' };
  }
  if (!isAllowed(step)) throw new Error(`A fix may not do this: ${step.program} ${step.args.join(' ')}`);
  const program = path.basename(step.program);
  // By its name it is tidied up with what killed writes leave behind.
  const file = path.join(place.folder, `fix.${change.replaceAll('-', '').slice(0, 12)}.new`);
  const output = await open(file, 'w', 0o600);
  const told = async (): Promise<string> => (await readFile(file, 'utf8').catch(() => '')).trim().slice(0, MOST_SAID);
  let isHeld = false;
  try {
    const child = spawn(
      (place.root ?? '') + step.program,
      step.args.map((arg) => arg.replace(OWNER, String(process.pid))),
      {
        cwd: place.host.platform === 'win32' ? undefined : '/',
        detached: place.host.platform !== 'win32',
        env: environmentOf(place.host),
        stdio: ['ignore', output.fd, output.fd],
        windowsHide: true,
      },
    );
    const ended = new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    });
    if (step.does === 'run') {
      const isDone = await ended;
      return { isDone, program, said: isDone ? '' : await told() };
    }
    // Nothing waits for a helper that runs on.
    child.unref();
    const end = (): void => endHelper(child);
    held.set(change, end);
    isHeld = await new Promise<boolean>((resolve) => {
      child.once('spawn', () => resolve(true));
      void ended.then(() => resolve(false));
    });
    void ended.then(async () => {
      // Taken out of the list first by whoever ends it.
      if (held.get(change) === end && isHeld) lastWords.set(change, { isDone: false, program, said: await told() });
      held.delete(change);
      await rm(file, { force: true });
    });
    return { isDone: isHeld, program, said: '' };
  } finally {
    await output.close();
    if (!isHeld) await rm(file, { force: true });
  }
};
