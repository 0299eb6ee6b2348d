import { execFileSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { AppProof } from '../../../../electron/core/facts/index.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { appOrigins } from '../../../../electron/platform/linux/apps/app-origins.ts';
import { parsePolicy } from '../../../../electron/platform/linux/apps/packages/apt-sources.ts';
import { parseSignatures } from '../../../../electron/platform/linux/apps/packages/rpm-signatures.ts';
import { localMachine } from '../../../../electron/platform/machine/local.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';
import { inEnglish } from '../../../in-english.ts';

/** A disk of its own, on which the real dpkg installs and the real apt-cache answers. */
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'greenroom-origins-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(root + file), { recursive: true });
  writeFileSync(root + file, text);
};
const program = (file: string, text: string): void => {
  write(file, `#!/bin/sh\n${text}\n`);
  chmodSync(root + file, 0o755);
};

const proofs = async (): Promise<Readonly<Record<string, AppProof>>> => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const host = { platform: 'linux', home: '/home/user', variables: {} } as const;
  const machine = bind(localMachine({ root, host }), signal);
  const fact = await appOrigins.read(machine, builtInCatalogue);
  if (fact.state === 'unknown') throw new Error(english(fact.reason));
  return inEnglish(Object.fromEntries(fact.value.origins.map(({ product, proof }) => [product, proof])));
};

describe('Debian packages', () => {
  const tool = (name: string, ...args: string[]): void => {
    execFileSync(`/usr/bin/${name}`, args, { stdio: 'pipe', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
  };
  const builds = mkdtempSync(path.join(tmpdir(), 'greenroom-debs-'));
  afterAll(() => rmSync(builds, { recursive: true }));
  /** The file of a package; each is built once. */
  const packed = (name: string, version: string): string => {
    const build = path.join(builds, `${name}-${version}`);
    if (existsSync(`${build}.deb`)) return `${build}.deb`;
    mkdirSync(`${build}/DEBIAN`, { recursive: true });
    const control = `Package: ${name}\nVersion: ${version}\nArchitecture: all\nMaintainer: A test <test@example.org>\nDescription: ${name}\n`;
    writeFileSync(`${build}/DEBIAN/control`, control);
    tool('dpkg-deb', '--root-owner-group', '--build', build, `${build}.deb`);
    return `${build}.deb`;
  };
  const install = (...files: readonly string[]): void => {
    const options = [`--root=${root}`, '--force-not-root', '--force-bad-path', '--log=/dev/null'];
    tool('dpkg', ...options, '--install', ...files);
  };
  const LISTS = '/var/lib/apt/lists';
  const release = `Origin: Example\nDate: Fri, 20 Nov 2026 08:00:00 UTC\nSuite: stable\nCodename: stable\nArchitectures: amd64\nComponents: main\n`;
  /** An index that apt fetched at some time: with `signed`, together with its signature. */
  const source = (signed: boolean): void => {
    write('/etc/apt/sources.list', 'deb http://packages.example.org/debian stable main\n');
    const index = `${LISTS}/packages.example.org_debian_dists_stable`;
    write(`${index}_Release`, release);
    if (signed) write(`${index}_Release.gpg`, '-----BEGIN PGP SIGNATURE-----\n');
    else rmSync(`${root}${index}_Release.gpg`, { force: true });
    write(
      `${index}_main_binary-amd64_Packages`,
      'Package: google-chrome-stable\nVersion: 157.0.8091.62-1\nArchitecture: all\nFilename: x.deb\nSize: 1\nDescription: x\n',
    );
  };

  beforeEach(() => {
    for (const folder of ['/var/lib/dpkg/info', '/var/lib/dpkg/updates', `${LISTS}/partial`, '/var/cache/apt'])
      mkdirSync(root + folder, { recursive: true });
    mkdirSync(`${root}/etc/apt/preferences.d`, { recursive: true });
    write('/var/lib/dpkg/status', '');
    // The real apt-cache, told that this disk is its own.
    program(
      '/usr/bin/apt-cache',
      `exec /usr/bin/apt-cache -o APT::Architecture=amd64 -o Dir=${root} -o Dir::State::status=${root}/var/lib/dpkg/status "$@"`,
    );
    install(packed('zoom', '7.0.5.3034'), packed('google-chrome-stable', '157.0.8091.62-1'));
  });

  it('come from a signed source when apt holds their version there, and from none when installed as a file', async () => {
    source(true);
    expect(await proofs()).toEqual({
      zoom: { is: 'no-source' },
      chrome: { is: 'source', name: 'packages.example.org stable/main', listedAt: '2026-11-20T08:00:00.000Z' },
    });
  });

  it('say how old the list of a source is that is not the distribution’s own', async () => {
    source(true);
    const file = `${LISTS}/packages.example.org_debian_dists_stable_Release`;
    write(file, release.replace(/^Date.*\n/m, ''));
    expect((await proofs()).chrome).toMatchObject({ listedAt: null });
    write(file, release.replace('Example', 'Debian'));
    expect((await proofs()).chrome).not.toHaveProperty('listedAt');
  });

  it('come from an unsigned source when apt has no signature of it', async () => {
    source(false);
    expect((await proofs()).chrome).toEqual({ is: 'unsigned-source', name: 'packages.example.org stable/main' });
  });

  it('come from a signed source whatever its address is made of', async () => {
    source(true);
    write('/etc/apt/sources.list', 'deb http://user:secret@packages.example.org:8080/~team/my_debian/ stable main\n');
    // Named as the real apt names them.
    for (const name of ['Release', 'Release.gpg', 'main_binary-amd64_Packages'])
      renameSync(
        `${root}${LISTS}/packages.example.org_debian_dists_stable_${name}`,
        `${root}${LISTS}/packages.example.org:8080_%7eteam_my%5fdebian_dists_stable_${name}`,
      );
    expect((await proofs()).chrome).toEqual({
      is: 'source',
      name: 'packages.example.org:8080 stable/main',
      listedAt: '2026-11-20T08:00:00.000Z',
    });
  });

  it('cannot be told from a source that is trusted blindly, however its line is written', async () => {
    source(true);
    write('/etc/apt/sources.list', 'deb [arch=amd64 trusted=yes] http://packages.example.org/debian stable main\n');
    expect((await proofs()).chrome).toMatchObject({ is: 'unread' });
    write(
      '/etc/apt/sources.list',
      '# deb [trusted=yes] http://x.example/ ./\ndeb http://packages.example.org/debian stable main\n',
    );
    expect((await proofs()).chrome).toMatchObject({ is: 'source' });
    write('/etc/apt/sources.list.d/other.sources', 'Types: deb\nURIs: http://x.example/\nSuites: ./\nTrusted: yes\n');
    expect((await proofs()).chrome).toMatchObject({ is: 'unread' });
  });

  it('have no source that speaks for them once a newer version has taken their place there', async () => {
    source(true);
    install(packed('google-chrome-stable', '150.0.7000.1-1'));
    expect((await proofs()).chrome).toEqual({ is: 'no-source' });
  });

  it('cannot be told without any index, nor without apt', async () => {
    expect((await proofs()).zoom).toEqual({
      is: 'unread',
      reason: 'apt has no index of its package sources on this computer.',
    });
    rmSync(`${root}/usr/bin/apt-cache`);
    expect((await proofs()).zoom).toEqual({ is: 'unread', reason: '/usr/bin/apt-cache isn’t on this computer.' });
  });
});

it('reads what apt-cache policy prints, and nothing from what it does not', () => {
  const printed =
    'curl:\n  Installed: 7.88.1-10+deb12u14\n  Candidate: 7.88.1-10+deb12u15\n  Version table:\n' +
    '     7.88.1-10+deb12u15 500\n        500 http://mirror.example.org/debian bookworm/main amd64 Packages\n' +
    ' *** 7.88.1-10+deb12u14 100\n        100 /var/lib/dpkg/status\n' +
    '     7.88.1-10+deb12u5 500\n        500 http://mirror.example.org/debian-security bookworm-security/main amd64 Packages\n' +
    'zoom:i386:\n  Installed: (none)\n  Candidate: 7\n  Version table:\n     7 500\n        500 http://x.example/ stable/main i386 Packages\n';
  expect([...parsePolicy(printed)]).toEqual([['curl', []]]);
  expect(parsePolicy(`${'a:\n *** '.repeat(100_000)}${' '.repeat(1_000_000)}`).get('a')).toEqual([]);
});

it('trusts an RPM package only when its key was imported, in the form of old rpm and of rpm 6', () => {
  const rows =
    'zoom\t7.0.5\t(none)\tRSA/SHA256, Mon May 18 09:00:00 2026, Key ID 6f5be60b84d86a7f\tZoom\n' +
    'firefox\t160.0\t(none)\tRSA/SHA256, Tue Nov 3 10:00:00 2026, Key Fingerprint: c6e7f081cf80e13146676e88829b606631645531\tWeb browser\n' +
    'google-chrome-stable\t157\tDSA/SHA1, Wed Nov 4 10:00:00 2026, Key ID 7721f63bd38b4796\t(none)\tChrome\n' +
    'slack\t4\t(none)\t(none)\tSlack\npackage webex is not installed\n' +
    'gpg-pubkey\tc6e7f081cf80e13146676e88829b606631645531\t(none)\t(none)\tFedora (43) <fedora@example.org> public key\n' +
    'gpg-pubkey\td38b4796\t(none)\t(none)\tgpg(Google (Linux) <linux@example.org>)\n';
  const signed = parseSignatures(rows);
  const found = new Map([...signed].map(([name, proof]) => [name, inEnglish(proof)]));
  expect(found.get('zoom')).toEqual({ is: 'no-source' });
  expect(found.get('slack')).toEqual({ is: 'no-source' });
  expect(found.get('firefox')).toEqual({ is: 'source', name: 'packages signed by Fedora (43)' });
  expect(found.get('google-chrome-stable')).toEqual({ is: 'source', name: 'packages signed by Google (Linux)' });
  expect(found.has('webex')).toBe(false);
});

describe('stores', () => {
  const flatpak = (id: string): void => {
    const app = `/var/lib/flatpak/app/${id}`;
    write(`${app}/x86_64/stable/4f1d/metadata`, `[Application]\nname=${id}\n`);
    symlinkSync('4f1d', `${root}${app}/x86_64/stable/active`);
    symlinkSync('x86_64/stable', `${root}${app}/current`);
  };

  it('name the source of a Flatpak app, which must be signed and really be Flathub to be called so', async () => {
    for (const id of ['us.zoom.Zoom', 'com.slack.Slack', 'org.signal.Signal', 'com.discordapp.Discord']) flatpak(id);
    program(
      '/usr/bin/flatpak',
      "printf 'us.zoom.Zoom\\tflathub\\tsystem\\ncom.slack.Slack\\tmirror\\tsystem\\norg.signal.Signal\\tbare\\tsystem\\ncom.discordapp.Discord\\tgone\\tsystem\\n'",
    );
    write(
      '/var/lib/flatpak/repo/config',
      '[core]\nrepo_version=1\n\n[remote "flathub"]\nurl=https://dl.flathub.org/repo/\ngpg-verify=true\n\n' +
        '[remote "mirror"]\nurl=https://dl.flathub.org.files.example/repo/\ngpg-verify=true\n\n' +
        '[remote "bare"]\nurl=https://bare.example/repo/\ngpg-verify=false\n',
    );
    expect(await proofs()).toEqual({
      zoom: { is: 'source', name: 'Flathub; it doesn’t say whether the maker itself packed it' },
      slack: { is: 'source', name: 'Flatpak source “mirror”' },
      signal: { is: 'unsigned-source', name: 'Flatpak source “bare”' },
      discord: { is: 'unread', reason: 'Nothing is known of the Flatpak source “gone”.' },
    });
  });

  it('tell verified publishers of snaps by their star, and keep the rest open', async () => {
    for (const name of ['slack', 'zoom-client', 'firefox', 'discord'])
      write(`/snap/${name}/current/meta/snap.yaml`, `name: ${name}\nversion: 1.0\n`);
    program(
      '/usr/bin/snap',
      "printf 'Name         Version  Rev  Tracking       Publisher      Notes\\nslack        1.0      1    latest/stable  slack*         -\\nzoom-client  1.0      2    latest/stable  ogra           -\\nfirefox      1.0      x1   -              -              -\\ndiscord      1.0      3    latest/stable  snapcrafters**  -\\n'",
    );
    expect(await proofs()).toEqual({
      slack: { is: 'source', name: 'Snap Store, verified publisher slack' },
      zoom: { is: 'unverified-publisher', store: 'Snap Store', publisher: 'ogra' },
      firefox: { is: 'no-source' },
      discord: { is: 'source', name: 'Snap Store, verified publisher snapcrafters' },
    });
  });

  it('that fail keep only their own apps from being judged', async () => {
    write('/snap/slack/current/meta/snap.yaml', 'name: slack\nversion: 1.0\n');
    program('/usr/bin/snap', 'echo "error: cannot list snaps: cannot communicate with server" >&2; exit 1');
    mkdirSync(`${root}/var/lib/pacman/local/firefox-160.0-1`, { recursive: true });
    write('/var/lib/pacman/local/firefox-160.0-1/desc', '%NAME%\nfirefox\n\n%VALIDATION%\npgp\n\n');
    write('/var/lib/pacman/local/zoom-7.0.5-1/desc', '%NAME%\nzoom\n\n%VALIDATION%\nnone\n\n');
    write('/home/user/Applications/jitsi-meet-x86_64.AppImage', '');
    expect(await proofs()).toEqual({
      firefox: { is: 'source', name: 'pacman, with the signature of its packager' },
      zoom: { is: 'no-source' },
      slack: { is: 'unread', reason: 'Snap didn’t say who publishes its apps.' },
      jitsi: { is: 'loose' },
    });
  });
});
