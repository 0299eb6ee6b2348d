/** The system's log as the real log program writes to it, with a real socket in place of the service. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noPolicy, type Policy, type PolicyValue } from '../../../electron/core/policy/policy.ts';
import { publishResult, publishUnder, sharingOf } from '../../../electron/engine/run/publish-result.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { report } from '../../renderer/samples.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-results-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { host } = localMachine();
const under = (reporting: Readonly<Record<string, PolicyValue>>): Policy => ({
  ...noPolicy,
  layers: { enforced: { reporting } },
});
const nobody = { userName: 'ada', hostName: 'ada-laptop', home: '/home/ada' };
const pass = (policy: Policy) =>
  publishResult({ result: publishUnder(policy, report(), nobody, '1.0.0'), policy, folder, host });

/** Listens on the system's log socket and prints what comes first. Perl is part of every Debian; Node knows no such sockets. */
const listener = `
  use Socket; $| = 1;
  socket(my $s, PF_UNIX, SOCK_DGRAM, 0) or die $!;
  bind($s, sockaddr_un('/dev/log')) or die $!;
  print "listening\\n";
  recv($s, my $text, 1 << 20, 0);
  print $text;
`;

const withoutFreeLog = (): string | undefined =>
  existsSync('/dev/log') ? 'it needs a free /dev/log, and a service listens there' : undefined;

proof('the system’s log', [withoutRoot(), withoutTools('perl', 'bsdutils'), withoutFreeLog()], () => {
  test('gets the whole line with Greenroom’s name', async () => {
    const server = spawn('/usr/bin/perl', ['-e', listener], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let heard = '';
      const ended = new Promise((resolve) => server.once('close', resolve));
      await new Promise<void>((resolve) =>
        server.stdout.on('data', (data) => {
          heard += String(data);
          resolve();
        }),
      );
      const policy = under({ systemLog: true });
      expect(await pass(policy)).toEqual([]);
      await ended;
      const { line } = sharingOf(policy, publishUnder(policy, report(), nobody, '1.0.0'), folder, host);
      expect(heard).toContain('greenroom');
      expect(heard.slice(heard.indexOf('{'))).toBe(line);
    } finally {
      server.kill();
      rmSync('/dev/log', { force: true });
    }
  });
});
