/** The connection tried for real: between two network namespaces, with a set delay, lost packets, and a network that lies. */
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeTrial } from '../../../electron/core/connection/judge-trial.ts';
import { numbersOf, type Trial, usualFailure } from '../../../electron/core/connection/trial.ts';
import type { Known } from '../../../electron/core/facts/fact.ts';
import type { Connection } from '../../../electron/core/facts/index.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };
const IP = '/sbin/ip';
const PYTHON = '/usr/bin/python3';
const [near, far] = [`near-${process.pid}`, `far-${process.pid}`];
const HOST = 'meet.example';
const PORTAL = 'portal.example';
/** Each way. */
const DELAY_MS = 150;

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const withoutTun = (): string | undefined => {
  if (!existsSync(PYTHON) || !existsSync('/dev/net/tun')) return 'it needs python3 and /dev/net/tun';
  const made = spawnSync('/usr/bin/unshare', ['--net', 'nft', 'add', 'table', 'inet', 'greenroom'], { env });
  return made.status === 0 ? undefined : 'it needs network namespaces and nf_tables';
};
const needs = [withoutRoot(), withoutTools('nftables', 'iproute2')];

interface Told {
  readonly trials: readonly Trial[];
  readonly connection: Known<Connection>;
}

proof('the connection, tried', needs.some((need) => need !== undefined) ? needs : [withoutTun()], () => {
  let folder = '';
  const children: ChildProcess[] = [];
  const file = (name: string): string => path.join(folder, name);

  const begin = async (program: string, ...words: readonly string[]): Promise<void> => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    expect(String((await once(child.stdout, 'data'))[0])).toContain('ready');
  };
  const certify = (name: string): void => {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    const files = ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)];
    run('/usr/bin/openssl', 'req', '-x509', ...curve, ...files, ...subject);
  };
  const tried = async (space: string, times: number, host: string, port = 443, trusted = HOST): Promise<Told> => {
    const script = path.resolve('test/prove/connection/near-side.ts');
    const jiti = path.resolve('node_modules/jiti/lib/jiti-cli.mjs');
    const command = [process.execPath, jiti, script, String(times), host, String(port), file(`${trusted}.pem`)];
    const { stdout } = await promisify(execFile)(IP, ['netns', 'exec', space, ...command], { env });
    return JSON.parse(stdout);
  };
  const onlyTrial = async (...words: Parameters<typeof tried>): Promise<Trial> =>
    (await tried(...words)).trials[0] as Trial;
  /** Rules for what leaves and reaches the near side, while `work` goes on. */
  const withRules = async <T>(out: string, back: string, work: () => Promise<T>): Promise<T> => {
    const chain = (name: string, hook: string, rule: string): string =>
      `chain ${name} { type filter hook ${hook} priority 0; ${rule}\n }\n`;
    writeFileSync(file('rules'), `table inet way {\n${chain('out', 'output', out)}${chain('back', 'input', back)}}\n`);
    run(IP, 'netns', 'exec', near, 'nft', '-f', file('rules'));
    try {
      return await work();
    } finally {
      run(IP, 'netns', 'exec', near, 'nft', 'flush', 'ruleset');
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-connection-'));
    for (const space of [near, far]) run(IP, 'netns', 'add', space);
    // "ip netns exec" puts it in the place of the computer's own.
    mkdirSync(`/etc/netns/${near}`, { recursive: true });
    writeFileSync(`/etc/netns/${near}/resolv.conf`, 'nameserver 198.51.100.1\n');
    for (const name of [HOST, PORTAL]) certify(name);
    await begin(PYTHON, path.resolve('test/prove/connection/relay.py'), near, far, String(DELAY_MS));
    run(IP, '-n', near, 'route', 'add', 'default', 'via', '198.51.100.1');
    const farSide = path.resolve('test/prove/connection/far-side.mjs');
    await begin(IP, 'netns', 'exec', far, process.execPath, farSide, file(`${HOST}.key`), file(`${HOST}.pem`));
  }, 60_000);
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    for (const space of [near, far]) spawnSync(IP, ['netns', 'delete', space], { env });
    rmSync(`/etc/netns/${near}`, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  test('a delay that was set is told within a fifth, beside that of the router; a tunnel is the way out', async () => {
    const { trials, connection } = await tried(near, 1, HOST);
    const trial = trials[0] as Trial;
    const { medianMs, failed } = numbersOf(trial);
    expect(failed).toBe(0);
    for (const time of [medianMs, trial.routerMs]) {
      expect(time).toBeGreaterThan(2 * DELAY_MS * 0.8);
      expect(time).toBeLessThan(2 * DELAY_MS * 1.2);
    }
    expect(connection.value).toMatchObject({ route: 'vpn', internet: null });
  }, 60_000);

  test('one lost packet of ten shows as slow or failed attempts in nine of ten trials', async () => {
    const lost = 'numgen inc mod 10 0 drop';
    const { trials } = await withRules(`tcp dport 443 ${lost}`, `tcp sport 443 ${lost}`, () => tried(near, 10, HOST));
    const shown = trials.map(numbersOf).filter(({ slow, failed }) => slow + failed > 0);
    expect(shown.length).toBeGreaterThanOrEqual(9);
  }, 60_000);

  test('what is lost one way alone looks like a port that is blocked: nothing comes back', async () => {
    const trial = await withRules('', 'tcp sport 443 drop', () => onlyTrial(near, 1, HOST));
    expect([usualFailure(trial), judgeTrial(trial).state]).toEqual(['silent', 'fail']);
    const blocked = await withRules('tcp dport 443 drop', '', () => onlyTrial(near, 1, HOST));
    expect(usualFailure(blocked)).toMatch(/silent|unreachable/);
  }, 60_000);

  test('a port that refuses and a server that hangs are told apart', async () => {
    const found = await Promise.all([onlyTrial(near, 1, HOST, 9), onlyTrial(near, 1, HOST, 444)]);
    expect(found.map(usualFailure)).toEqual(['refused', 'hanging']);
  }, 60_000);

  test('a resolver that leads every name to a sign-in page is told by its certificate', async () => {
    const [other, untrusted] = await Promise.all([
      onlyTrial(near, 1, 'teams.example'),
      onlyTrial(near, 1, HOST, 443, PORTAL),
    ]);
    expect([other, untrusted].map(usualFailure)).toEqual(['false-certificate', 'unknown-issuer']);
  }, 60_000);

  test('without a network nothing is reached, and the system says that there is no way out', async () => {
    const alone = `alone-${process.pid}`;
    run(IP, 'netns', 'add', alone);
    try {
      const { trials, connection } = await tried(alone, 1, '192.0.2.1');
      expect(trials.map(usualFailure)).toEqual(['unreachable']);
      expect(connection.value).toMatchObject({ route: 'none' });
    } finally {
      run(IP, 'netns', 'delete', alone);
    }
  }, 60_000);
});
