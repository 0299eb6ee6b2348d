/**
 * Proves what the Linux packages do to a system: put in, upgraded, used, removed. What is packed here is small, so that nothing waits for its
 * compression; the whole program is read back in installers.test.ts.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proof, withoutLinux, withoutRoot, withoutTools } from '../proof.ts';
import { inChroot, makeChroot } from './chroot.ts';
import { runDist } from './dist.ts';
import { makeCommandLine } from './runtime.ts';
import { filesBelow, makeScratchRoot } from './scratch-root.ts';

const NEWER = '999.0.0';

let folder = '';
/** The one package of a kind in a folder. */
const packageOf = (below: string, kind: string): string => {
  const [name = ''] = readdirSync(path.join(folder, below)).filter((entry) => entry.endsWith(`.${kind}`));
  return path.join(folder, below, name);
};
const say = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });

proof(
  'Linux packages',
  [withoutLinux(), withoutTools('dpkg', 'rpm', 'lintian', 'appstream', 'desktop-file-utils')],
  () => {
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'greenroom-linux-cycles-'));
      const runtime = path.join(folder, 'runtime');
      await makeCommandLine(runtime);
      const packages = ['--linux', 'deb', 'rpm', '--system-tools', `--prepackaged=${runtime}`];
      await runDist(path.join(folder, 'first'), packages);
      await runDist(path.join(folder, 'second'), packages);
      await runDist(path.join(folder, 'newer'), [...packages, `-c.extraMetadata.version=${NEWER}`]);
    }, 900_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test.each(['deb', 'rpm'])('the same source gives the same %s twice, to the byte', (kind) => {
      const [first, second] = ['first', 'second'].map((below) => readFileSync(packageOf(below, kind)));
      expect(first?.equals(second ?? Buffer.of())).toBe(true);
    });

    test('Debian’s own checker finds no error, and software centres can show it', () => {
      say('/usr/bin/lintian', '--allow-root', '--fail-on', 'error', packageOf('first', 'deb'));
      const files = path.join(folder, 'files');
      say('/usr/bin/dpkg-deb', '--extract', packageOf('first', 'deb'), files);
      const shared = path.join(files, 'usr/share');
      say(
        '/usr/bin/appstreamcli',
        'validate',
        '--no-net',
        path.join(shared, 'metainfo/org.greenroom.Greenroom.metainfo.xml'),
      );
      say('/usr/bin/desktop-file-validate', path.join(shared, 'applications/greenroom.desktop'));
    });

    proof('in a root of its own', [withoutRoot()], () => {
      const mode = (root: string, name: string): number => statSync(path.join(root, name)).mode & 0o7777;
      const isThere = (root: string): void => {
        expect(existsSync(path.join(root, 'opt/Greenroom/greenroom'))).toBe(true);
        expect([0o755, 0o4755]).toContain(mode(root, 'opt/Greenroom/chrome-sandbox'));
        expect(readFileSync(path.join(root, 'etc/apparmor.d/greenroom'), 'utf8')).toContain('userns');
        expect(readlinkSync(path.join(root, 'usr/bin/greenroom'))).toMatch(
          /^\/(?:opt\/Greenroom|etc\/alternatives)\/greenroom$/,
        );
      };

      test('a deb is put in, upgraded, removed and purged, and nothing is left', () => {
        const root = path.join(folder, 'debian');
        makeScratchRoot(root, ['/usr/bin/update-alternatives']);
        for (const name of ['info', 'updates', 'triggers', 'alternatives', 'parts'])
          mkdirSync(path.join(root, 'var/lib/dpkg', name), { recursive: true });
        for (const name of ['status', 'available']) writeFileSync(path.join(root, 'var/lib/dpkg', name), '');
        for (const name of ['etc/alternatives', 'var/log']) mkdirSync(path.join(root, name), { recursive: true });
        const dpkg = (...args: readonly string[]): string =>
          say('/usr/bin/dpkg', `--root=${root}`, '--force-depends', '--force-unsafe-io', ...args);
        const book = /^var\/(?:lib\/dpkg|log)\//;
        const before = filesBelow(root, book);
        dpkg('--install', packageOf('first', 'deb'));
        isThere(root);
        dpkg('--install', packageOf('newer', 'deb'));
        isThere(root);
        expect(dpkg('--status', 'greenroom')).toContain(`Version: ${NEWER}`);
        expect(dpkg('--verify', 'greenroom')).toBe('');
        dpkg('--remove', 'greenroom');
        expect(filesBelow(root, book)).toEqual(before);
        dpkg('--purge', 'greenroom');
        expect(filesBelow(root, book)).toEqual(before);
      });

      test('an rpm likewise', () => {
        const root = path.join(folder, 'fedora');
        makeScratchRoot(root);
        mkdirSync(path.join(root, 'var/lib/rpm'), { recursive: true });
        const rpm = (...args: readonly string[]): string =>
          say('/usr/bin/rpm', '--root', root, '--dbpath', '/var/lib/rpm', ...args);
        const book = /^var\//;
        rpm('--initdb');
        const before = filesBelow(root, book);
        rpm('--install', '--nodeps', packageOf('first', 'rpm'));
        isThere(root);
        // The sandbox's helper gets its mode where it is put in.
        const altered = (): readonly string[] => {
          try {
            return rpm('--verify', '--nodeps', 'greenroom').split('\n');
          } catch (error) {
            return String((error as { stdout?: string }).stdout).split('\n');
          }
        };
        expect(altered().filter((line) => line !== '' && !line.endsWith('/chrome-sandbox'))).toEqual([]);
        rpm('--upgrade', '--nodeps', packageOf('newer', 'rpm'));
        isThere(root);
        expect(rpm('-q', 'greenroom').trim()).toBe(`greenroom-${NEWER}-1.x86_64`);
        rpm('--erase', '--nodeps', 'greenroom');
        expect(filesBelow(root, book)).toEqual(before);
      });

      test('a link that an administrator set to another program stays', () => {
        const root = path.join(folder, 'other');
        makeScratchRoot(root);
        const link = path.join(root, 'usr/bin/greenroom');
        writeFileSync(path.join(root, 'usr/bin/other'), '');
        execFileSync('/bin/ln', ['-s', '/usr/bin/other', link]);
        writeFileSync(
          path.join(root, 'postrm'),
          say('/usr/bin/dpkg-deb', '--info', packageOf('first', 'deb'), 'postrm'),
        );
        say('/usr/sbin/chroot', root, '/usr/bin/bash', '/postrm', 'remove');
        expect(readlinkSync(link)).toBe('/usr/bin/other');
      });
    });

    const withoutLeave =
      process.env.GREENROOM_CHROOTS === '1' ? undefined : 'it fetches two Debians: GREENROOM_CHROOTS=1 asks for it';
    proof('in Debians of their own', [withoutRoot(), withoutTools('mmdebstrap'), withoutLeave], () => {
      test.each(['bookworm', 'trixie'])(
        '%s: put in by apt, used by an ordinary account, upgraded, removed, purged',
        (suite) => {
          const root = path.join(folder, suite);
          makeChroot(
            root,
            suite,
            ['first', 'newer'].map((below) => packageOf(below, 'deb')),
          );
          const apt = (...args: readonly string[]): string =>
            inChroot(root, 'apt-get', '-y', '--no-install-recommends', ...args);
          const kept =
            /^(?:etc\/(?:ld\.so\.cache|mtab)|var\/|tmp\/|proc\/|dev\/|usr\/share\/(?:applications\/mimeinfo\.cache|mime\/))/;
          // Once with all that it needs, so that what apt leaves of others is no matter.
          apt('install', '/first.deb');
          apt('purge', 'greenroom');
          const before = filesBelow(root, kept);
          apt('install', '/first.deb');
          const used = (): string => inChroot(root, 'runuser', '-u', 'ada', '--', 'greenroom', 'checks');
          expect(used()).toContain('os-supported');
          apt('install', '/newer.deb');
          expect(inChroot(root, 'dpkg-query', '--show', 'greenroom')).toContain(NEWER);
          expect(used()).toContain('os-supported');
          apt('remove', 'greenroom');
          expect(filesBelow(root, kept)).toEqual(before);
          apt('purge', 'greenroom');
          expect(filesBelow(root, kept)).toEqual(before);
        },
        900_000,
      );
    });
  },
);
