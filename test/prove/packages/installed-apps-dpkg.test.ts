import { execFileSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { meetingApps } from '../../../electron/core/checks/apps/meeting-apps.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { noPolicy, valuesOf } from '../../../electron/core/policy/policy.ts';
import { installedApps } from '../../../electron/platform/linux/apps/installed-apps.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { noSigns } from '../../core/checks/judged.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';

/** A disk of its own for the real dpkg, so that no package of this machine is touched and no privilege is needed. */
let root = '';
const tool = (program: string, ...args: string[]): void => {
  execFileSync(`/usr/bin/${program}`, args, { stdio: 'pipe', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
};
const dpkg = (...args: string[]): void =>
  tool('dpkg', `--root=${root}`, '--force-not-root', '--force-bad-path', '--log=/dev/null', ...args);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'greenroom-dpkg-'));
  for (const folder of ['info', 'updates']) mkdirSync(`${root}/var/lib/dpkg/${folder}`, { recursive: true });
  writeFileSync(`${root}/var/lib/dpkg/status`, '');
});
afterEach(() => rmSync(root, { recursive: true }));

const install = (name: string, version: string): void => {
  const build = `${root}/build/${name}`;
  const control = {
    Package: name,
    Version: version,
    Architecture: 'all',
    Maintainer: 'A test <test@example.org>',
    Description: name,
  };
  mkdirSync(`${build}/DEBIAN`, { recursive: true });
  writeFileSync(
    `${build}/DEBIAN/control`,
    Object.entries(control)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
  tool('dpkg-deb', '--root-owner-group', '--build', build, `${build}.deb`);
  dpkg('--install', `${build}.deb`);
};

const findings = async (): Promise<readonly string[]> => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const machine = bind(localMachine({ root, host: { platform: 'linux', home: '/home/user', variables: {} } }), signal);
  return meetingApps
    .judge({
      facts: {
        installedApps: await installedApps.read(machine, builtInCatalogue),
        nextMeeting: known(null, 'no calendar'),
        ...noSigns,
      },
      policy: valuesOf(noPolicy, 'meeting-apps', meetingApps.policy),
      required: true,
      platform: 'linux',
      catalogue: builtInCatalogue,
      now: '2026-11-22T09:00:00.000Z',
    })
    .map(({ state, title }) => `${state}: ${english(title)}`);
};

proof('apps as the real dpkg installs them', [withoutLinux(), withoutTools('dpkg')], () => {
  it('finds what dpkg installs, judges it, and no longer finds what dpkg removes', async () => {
    install('zoom', '5.16.2.8828');
    install('google-chrome-stable', '157.0.8091.62-1');
    expect(await findings()).toEqual([
      expect.stringMatching(/^pass: Google Chrome 157\.0 /),
      'caution: Zoom 5.16.2 is too old to join',
    ]);
    install('zoom', '7.2.0.5120');
    expect(await findings()).toContainEqual(expect.stringMatching(/^pass: Zoom 7\.2\.0 /));
    dpkg('--remove', 'zoom', 'google-chrome-stable');
    expect(await findings()).toEqual(['unknown: Found nothing to join a meeting with']);
  });
});
