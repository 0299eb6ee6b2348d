/** The same rules on the kernel's own firewall: a stranger in a network of his own tries to connect. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeNftables } from '../../../electron/platform/linux/security/nftables.ts';
import { rulesets } from '../../platform/linux/security/rulesets.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };
const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const IP = '/sbin/ip';
const PORT = 5900;
const computer = `greenroom-${process.pid}`;
const stranger = `stranger-${process.pid}`;
const addresses = { ip: '198.51.100.1', ip6: '2001:db8::1' } as const;
const inside = (space: string, ...command: readonly string[]) => ['netns', 'exec', space, ...command];

/** Says for each address whether a connection came about before the limit; a refusal ends the wait at once. */
const CONNECT = `
  const { connect } = require('node:net');
  const tries = process.argv.slice(1).map((host) => new Promise((done) => {
    const socket = connect({ host, port: ${PORT}, timeout: 1500 });
    const end = (word) => { socket.destroy(); done(word); };
    socket.once('connect', () => end('accept')).once('error', () => end('drop')).once('timeout', () => end('drop'));
  }));
  Promise.all(tries).then((found) => console.log(JSON.stringify(found)));
`;
const LISTEN = `require('node:net').createServer((socket) => socket.destroy()).listen({ port: ${PORT}, host: '::' }, () => console.log('ready'));`;

const withoutNamespaces = (): string | undefined => {
  const made = spawnSync('/usr/bin/unshare', ['--net', 'nft', 'add', 'table', 'inet', 'greenroom'], { env });
  return made.status === 0 ? undefined : 'it needs network namespaces and nf_tables';
};

const needs = [withoutRoot(), withoutTools('nftables', 'iproute2')];

proof('what becomes of a stranger', needs.some((need) => need !== undefined) ? needs : [withoutNamespaces()], () => {
  let folder = '';
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-firewall-'));
    run(IP, 'netns', 'add', computer);
    run(IP, 'netns', 'add', stranger);
    run(IP, 'link', 'add', 'near', 'netns', computer, 'type', 'veth', 'peer', 'name', 'far', 'netns', stranger);
    for (const [space, link, ip, ip6] of [
      [computer, 'near', `${addresses.ip}/24`, `${addresses.ip6}/64`],
      [stranger, 'far', '198.51.100.2/24', '2001:db8::2/64'],
    ] as const) {
      run(IP, '-n', space, 'link', 'set', 'lo', 'up');
      run(IP, '-n', space, 'addr', 'add', ip, 'dev', link);
      run(IP, '-n', space, '-6', 'addr', 'add', ip6, 'dev', link, 'nodad');
      run(IP, '-n', space, 'link', 'set', link, 'up');
    }
    server = spawn(IP, inside(computer, process.execPath, '-e', LISTEN), {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (server.stdout !== null) await once(server.stdout, 'data');
  });

  afterAll(() => {
    server?.kill();
    for (const space of [computer, stranger]) spawnSync(IP, ['netns', 'delete', space], { env });
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(rulesets)('$name', ({ rules, ip, ip6 }) => {
    const file = path.join(folder, 'rules.nft');
    writeFileSync(file, rules);
    run(IP, ...inside(computer, 'nft', 'flush', 'ruleset'));
    run(IP, ...inside(computer, 'nft', '-f', file));
    const hosts = [addresses.ip, addresses.ip6];
    const found: unknown = JSON.parse(run(IP, ...inside(stranger, process.execPath, '-e', CONNECT, ...hosts)));
    expect(found).toEqual([ip, ip6]);
    expect(judgeNftables(rules)).toEqual({ ip, ip6 });
  });
});
