/** Owns the calendar programs themselves, for proofs beside them: what they need, a server of one's own, and Greenroom's answer. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { buildProgram } from '../../doubles/build-program.ts';

/** Packages of Debian, and a file of each. They are large, so they are asked for by a switch and installed by hand. */
const packages = {
  radicale: '/usr/bin/radicale',
  vdirsyncer: '/usr/bin/vdirsyncer',
  'evolution-data-server': '/usr/libexec/evolution-calendar-factory',
  'gir1.2-ecal-2.0': '/usr/lib/x86_64-linux-gnu/girepository-1.0/ECal-2.0.typelib',
  'python3-gi': '/usr/lib/python3/dist-packages/gi/__init__.py',
  'dbus-daemon': '/usr/bin/dbus-run-session',
  thunderbird: '/usr/bin/thunderbird',
  'akonadi-server': '/usr/bin/akonadictl',
  'akonadi-backend-sqlite': '/usr/lib/x86_64-linux-gnu/qt5/plugins/sqldrivers/libqsqlite3.so',
  'kdepim-runtime': '/usr/bin/akonadi_ical_resource',
} as const;

/** Why these cannot be had here. */
export const withoutPrograms = (...names: readonly (keyof typeof packages)[]): string | undefined => {
  if (process.env.GREENROOM_CALENDAR_PROGRAMS !== '1') return 'it needs GREENROOM_CALENDAR_PROGRAMS=1';
  const missing = names.filter((name) => !existsSync(packages[name]));
  return missing.length === 0 ? undefined : `it needs apt-get install ${missing.join(' ')}`;
};

export const kept = (name: string): string => path.join(import.meta.dirname, '../../calendars/kept', name);

/** Programs that were just started take a while, on a busy computer too. */
export const patient = { timeout: 120_000, interval: 500 };

export interface ProgramHome {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  put(file: string, content: string): string;
  /** Runs to its end. Throws what it prints where it fails. */
  run(program: string, args: readonly string[]): string;
  /** Starts one that is ended with this home. */
  start(program: string, args: readonly string[]): ChildProcess;
  /** Start times of the meetings that Greenroom tells, read by the program itself on a Node with SQLite. */
  meetings(): readonly string[];
  end(): Promise<void>;
}

/** One is at seven in the evening wherever the person is. */
export const SEVEN = ['08:30', '10:30', '13:00', '15:00', '16:30', '19:00', '10:15'];

/** Processes that have this home, and so were started by what was started here. */
const startedIn = (home: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${home}`);
      } catch {
        return false;
      }
    })
    .map(Number);

export const newProgramHome = async (node: string): Promise<ProgramHome> => {
  const home = mkdtempSync(path.join(tmpdir(), 'greenroom-programs-'));
  const cli = await buildProgram(path.resolve('electron/cli/main.ts'), path.join(home, 'built'));
  const runtime = path.join(home, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  const env = {
    ...{ PATH: '/usr/bin:/bin', HOME: home, XDG_RUNTIME_DIR: runtime, TZ: 'UTC', LANG: 'C.UTF-8' },
    ...{ GREENROOM_STATE: path.join(home, 'greenroom'), MOZ_HEADLESS: '1', QT_QPA_PLATFORM: 'offscreen' },
  };
  const started: ChildProcess[] = [];
  const put = (file: string, content: string): string => {
    const whole = path.join(home, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const policy = put(
    'policy.yaml',
    'schema: greenroom.policy/1\nsettings:\n  calendar:\n    useComputer: true\n    lookAheadHours: 34\n    ownAddresses: [mo.winter@harbour.example]\n',
  );
  return {
    ...{ home, env, put, run },
    start: (program, args) => {
      // A group of its own, so that what it starts ends with it.
      const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
      started.push(child);
      return child;
    },
    meetings: () => {
      const words = ['next', '--json', '--now', '2026-12-07T07:00:00Z', '--policy', policy];
      let printed = '';
      try {
        printed = run(node, [cli, ...words]);
      } catch (error) {
        // The exit code is the verdict on this computer.
        printed = (error as { readonly stdout?: string }).stdout ?? '';
      }
      const { meetings } = JSON.parse(printed) as { readonly meetings: readonly { readonly startsAt: string }[] };
      return meetings.map(({ startsAt }) => startsAt.slice(11, 16));
    },
    end: async () => {
      for (const child of started) {
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        process.kill(-child.pid, 'SIGTERM');
        await ended;
      }
      // Akonadi's agents leave its group.
      for (const pid of startedIn(home)) process.kill(pid, 'SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Hands each request on as a person who has signed in: Radicale tells a stranger no owner, which Thunderbird asks for. */
const signedIn = (to: number): Promise<number> =>
  new Promise((resolve) => {
    const authorization = `Basic ${Buffer.from('mo:any').toString('base64')}`;
    const server = http.createServer((request, response) => {
      const { method, url, headers } = request;
      const options = { host: '127.0.0.1', port: to, method, path: url, headers: { ...headers, authorization } };
      const onward = http.request(options, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      onward.once('error', () => response.destroy());
      request.pipe(onward);
    });
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port)).unref();
  });

/** A CalDAV server that holds the meetings; resolves to the address of their calendar. */
export const startRadicale = async (own: ProgramHome): Promise<string> => {
  const port = await freePort();
  const collection = path.join(own.home, 'collections/collection-root/mo/harbour');
  cpSync(kept('vdirsyncer/harbour'), collection, { recursive: true });
  rmSync(path.join(collection, 'displayname'));
  own.put('collections/collection-root/mo/harbour/.Radicale.props', '{"tag": "VCALENDAR", "D:displayname": "Harbour"}');
  const rights = own.put('rights', '[all]\nuser: .*\ncollection: .*\npermissions: RrWw\n');
  const config = own.put(
    'radicale.conf',
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[rights]\ntype = from_file\nfile = ${rights}\n[storage]\nfilesystem_folder = ${own.home}/collections\n`,
  );
  own.start('/usr/bin/radicale', ['--config', config]);
  const origin = `http://127.0.0.1:${await signedIn(port)}`;
  await vi.waitFor(async () => {
    const { status } = await fetch(`${origin}/mo/harbour/`);
    if (status !== 200) throw new Error(`Radicale answers ${status}.`);
  }, patient);
  return `${origin}/mo/harbour/`;
};
