/** Owns starting a program that shows a window: found is not works, so it counts as started only once it says so itself. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../build.ts';

/** A cold start on a slow disk takes some ten seconds. */
const LIMIT_MS = 40_000;
/** What the program says until it is up is kept back: where it does not come up, one sentence stands for it. */
const HELD_BYTES = 100_000;

/** `up`: it was there, and has ended since, with a code as a shell gives it. Else the sentence that says why it was not. */
export type Launched = { readonly up: true; readonly code: number } | { readonly up: false; readonly why: string };

export interface Launch {
  /** As in “Electron”, for the sentence. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** What helps where the sandbox cannot work. */
  readonly sandboxRemedy: string;
  readonly limitMs?: number;
}

/** What Chromium and the system's loader say, and what it means. */
const causes = ({ sandboxRemedy }: Launch): readonly [RegExp, (found: string) => string][] => [
  [/as root without --no-sandbox/, () => 'does not start as root. Start it from an ordinary account.'],
  [
    /SUID sandbox|setuid sandbox|No usable sandbox|namespace sandbox|move to new namespace/i,
    () => `could not start, because its sandbox cannot work here. ${sandboxRemedy}`,
  ],
  [
    /Missing X server|cannot open display|Unable to open X display|without having a XServer|Failed to connect to Wayland/i,
    () => 'could not start, because the display refuses it. Start it from the session that the display belongs to.',
  ],
  [
    /error while loading shared libraries: ([\w.+-]{1,60})/,
    (library) => `could not start, because ${library} is missing. Install the package of your system that holds it.`,
  ],
  // A shell, which the system gives what is no program, ends with 126 or 127.
  [
    /\b(EACCES|ENOEXEC|ENOENT)\b|Exec format error|exit code 12[67]$/,
    () => 'could not start: it is no program that runs here.',
  ],
];

const LONGEST = 200;
const whyNot = (launch: Launch, output: string, end: string): string => {
  for (const [pattern, words] of causes(launch)) {
    const found = pattern.exec(`${output}\n${end}`);
    if (found !== null) return `${launch.name} ${words(found[1] ?? '')}`;
  }
  const last = output.trim().split('\n').at(-1)?.trim().slice(0, LONGEST) ?? '';
  return `${launch.name} ended before its window was there (${end})${last === '' ? '.' : `: ${last}`}`;
};

/** How a person or the system ends a program. */
const asked: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A program that was told to end has this long; then it is ended. Output that is still on its way as well. */
const GRACE_MS = 3000;

const TELL_MS = 8000;

/** Starts it with this terminal, and resolves when it has ended. It is ended when this is ended, and when it does not come up. */
export const launch = (options: Launch): Promise<Launched> =>
  new Promise((resolve) => {
    const { name, program, args, limitMs = LIMIT_MS } = options;
    // A file, because no other sign comes through every runtime on every system.
    const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-start-'));
    const sign = path.join(folder, 'up');
    const env = { ...process.env, GREENROOM_START_SIGN: sign };
    const child = spawn(program, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'pipe'] });
    let held = '';
    let state: 'starting' | 'up' | 'late' | 'asked' = 'starting';
    const timers: NodeJS.Timeout[] = [];
    const later = (work: () => void, ms: number): void => void timers.push(setTimeout(work, ms));
    const look = (): void => {
      if (state !== 'starting' || !existsSync(sign)) return;
      state = 'up';
      process.stderr.write(held);
    };
    const watch = setInterval(look, 100);
    const tell = setInterval(() => {
      if (state === 'starting') console.error(`${name} is not up yet …`);
    }, TELL_MS);
    const pass = (signal: NodeJS.Signals): void => {
      if (state === 'starting') state = 'asked';
      child.kill(signal);
    };
    for (const signal of asked) process.on(signal, pass);
    child.stderr.on('data', (data) => {
      if (state === 'up') process.stderr.write(data);
      else held = `${held}${String(data)}`.slice(-HELD_BYTES);
    });
    later(() => {
      look();
      if (state !== 'starting') return;
      state = 'late';
      child.kill();
      later(() => child.kill('SIGKILL'), GRACE_MS);
    }, limitMs);
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      look();
      clearInterval(watch);
      clearInterval(tell);
      timers.forEach(clearTimeout);
      rmSync(folder, { recursive: true, force: true });
      for (const each of asked) process.off(each, pass);
      if (state === 'late') resolve({ up: false, why: `${name} showed no window within ${limitMs / 1000} seconds.` });
      else if (state === 'starting')
        resolve({ up: false, why: whyNot(options, held, signal ?? `exit code ${code ?? 'unknown'}`) });
      else {
        if (signal !== null && !asked.includes(signal))
          console.error(`${name} was ended by ${signal}. “npm start -- check” gives the report in the terminal.`);
        resolve({ up: true, code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) });
      }
    };
    child.on('error', (error) => {
      held = error.message;
      if (child.pid === undefined) end(null, null);
    });
    child.on('close', end);
    // What it started may live on and keep its output open.
    child.on('exit', (code, signal) => later(() => end(code, signal), GRACE_MS));
  });
