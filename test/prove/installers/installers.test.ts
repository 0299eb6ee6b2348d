/** Tries the installers that this system can make: what is in them, the same bytes twice, put in, upgraded and taken out again. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { proof, withoutLinux, withoutRoot, withoutTools } from '../proof.ts';
import { runDist } from './dist.ts';
import { makeLinuxRuntime, makeWindowsRuntime } from './runtime.ts';
import { filesBelow, makeScratchRoot } from './scratch-root.ts';

const versions = [packageJson.version, '999.0.0'] as const;

let folder = '';
/** The one package of a kind in a folder. */
const packageIn = (below: string, kind: string): string => {
  const [name = ''] = readdirSync(path.join(folder, below)).filter((entry) => entry.endsWith(`.${kind}`));
  return path.join(folder, below, name);
};
const say = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });

proof(
  'installers',
  [withoutLinux(), withoutTools('dpkg', 'rpm', 'wixl', 'msitools', 'nsis', 'gcc-mingw-w64-x86-64')],
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'greenroom-installers-'));
      const [linux, windows] = [path.join(folder, 'linux'), path.join(folder, 'windows')];
      await Promise.all([makeLinuxRuntime(linux), makeWindowsRuntime(windows)]);
      const packages = ['--linux', 'deb', 'rpm', '--system-tools', `--electron-dist=${linux}`];
      await Promise.all([
        runDist(path.join(folder, 'first'), packages),
        runDist(path.join(folder, 'msi'), ['--win', '--dir', '--msi', `--electron-dist=${windows}`]),
      ]);
      const unpacked = `--prepackaged=${path.join(folder, 'first/linux-unpacked')}`;
      await Promise.all([
        runDist(path.join(folder, 'second'), packages),
        runDist(path.join(folder, 'newer'), [
          ...['--linux', 'deb', 'rpm', '--system-tools', unpacked, `-c.extraMetadata.version=${versions[1]}`],
        ]),
      ]);
      execFileSync('/usr/bin/dpkg-deb', ['--raw-extract', packageIn('first', 'deb'), path.join(folder, 'deb')]);
    }, 300_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const inDeb = (name: string): Promise<string> => readFile(path.join(folder, 'deb', name), 'utf8');

    test.each(['deb', 'rpm'])('the same source gives the same %s twice, to the byte', async (kind) => {
      const [first, second] = await Promise.all(['first', 'second'].map((below) => readFile(packageIn(below, kind))));
      expect(first?.equals(second ?? Buffer.of())).toBe(true);
    });

    test('a deb and an rpm hold the same files, of root, which nobody else may write', () => {
      const rows = (text: string): readonly string[] =>
        text
          .trim()
          .split('\n')
          .map((line) => line.trim().split(/\s+/))
          // Folders of the system stand in a deb, and not in an rpm.
          .filter(([mode = '']) => !mode.startsWith('d'))
          .map(([mode = '', ...words]) => `${mode} ${words.at(-1)?.replace(/^\./, '')}`)
          .sort();
      const deb = say('/usr/bin/dpkg-deb', '--contents', packageIn('first', 'deb'));
      const rpm = say('/usr/bin/rpm', '-qplv', packageIn('first', 'rpm'));
      expect(rows(deb)).toEqual(rows(rpm));
      expect(rows(deb)).toEqual(
        expect.arrayContaining([
          '-rwxr-xr-x /opt/Greenroom/greenroom',
          '-rw-r--r-- /opt/Greenroom/resources/app.asar',
          '-rw-r--r-- /opt/Greenroom/resources/apparmor-profile',
          '-rw-r--r-- /usr/share/applications/greenroom.desktop',
          '-rw-r--r-- /usr/share/man/man1/greenroom.1',
          '-rw-r--r-- /usr/share/icons/hicolor/256x256/apps/greenroom.png',
        ]),
      );
      for (const line of deb.trim().split('\n')) expect(line).toMatch(/^[d-]rw[x-]r-[x-]r-[x-] root\/root /);
      expect(
        say('/usr/bin/rpm', '-qp', '--queryformat', '[%{FILEUSERNAME}:%{FILEGROUPNAME}\n]', packageIn('first', 'rpm'))
          .trim()
          .split('\n'),
      ).toSatisfy((owners: readonly string[]) => owners.every((owner) => owner === 'root:root'));
    });

    test('each says what it is, whose it is and what it needs', () => {
      const deb = say('/usr/bin/dpkg-deb', '--field', packageIn('first', 'deb'));
      for (const field of [
        /^Package: greenroom$/m,
        new RegExp(`^Version: ${packageJson.version}$`, 'm'),
        /^Architecture: amd64$/m,
        /^License: MIT$/m,
        /^Maintainer: .+ <.+@.+>$/m,
        /^Homepage: https:/m,
        /^Depends: .*libgtk-3-0.*libnss3/m,
        /^Description: .+\n .+/m,
      ])
        expect(deb).toMatch(field);
      const fields = '%{NAME}|%{VERSION}|%{ARCH}|%{LICENSE}|%{URL}|%{SUMMARY}|%{BUILDHOST}';
      const rpm = say('/usr/bin/rpm', '-qp', '--queryformat', fields, packageIn('first', 'rpm'));
      expect(rpm).toMatch(
        new RegExp(`^greenroom\\|${packageJson.version}\\|x86_64\\|MIT\\|https:[^|]+\\|[^|]+\\|reproducible$`),
      );
      expect(say('/usr/bin/rpm', '-qp', '--requires', packageIn('first', 'rpm'))).toMatch(/^gtk3$/m);
    });

    test('the desktop offers it for links and files, and starts it with what was opened', async () => {
      const text = await inDeb('usr/share/applications/greenroom.desktop');
      const entry = new Map(
        text.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      expect(entry.get('Exec')).toBe('/opt/Greenroom/greenroom %U');
      expect(entry.get('MimeType')?.split(';')).toEqual(
        expect.arrayContaining(['text/calendar', 'message/rfc822', 'x-scheme-handler/greenroom']),
      );
      expect(await inDeb('opt/Greenroom/resources/apparmor-profile')).toMatch(
        /"\/opt\/Greenroom\/greenroom"[\s\S]*userns/,
      );
    });

    test('the list of what is inside is whole, and of one piece', async () => {
      const sbom = JSON.parse(await inDeb('opt/Greenroom/resources/sbom.cdx.json'));
      expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
      expect(sbom.serialNumber).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(Number.isNaN(Date.parse(sbom.metadata.timestamp))).toBe(false);
      const refs = new Set<string>([sbom.metadata.component['bom-ref']]);
      for (const one of sbom.components) {
        expect(one.purl).toBe(`pkg:npm/${one.name.replace('@', '%40')}@${one.version}`);
        expect(one.licenses.length, one.name).toBeGreaterThan(0);
        for (const { content } of one.hashes ?? []) expect(content).toMatch(/^[\da-f]{128}$/);
        expect(refs.has(one['bom-ref'])).toBe(false);
        refs.add(one['bom-ref']);
      }
      for (const { ref, dependsOn } of sbom.dependencies)
        for (const name of [ref, ...dependsOn]) expect(refs.has(name), name).toBe(true);
      // Every package whose licence is told, and Electron in the version that is built with.
      const notices = await inDeb('opt/Greenroom/resources/THIRD-PARTY-LICENCES.md');
      for (const [, name, version] of notices.matchAll(/^## (\S+) - (\S+)/gm))
        expect(refs).toContain(`${name}@${version}`);
      expect(refs).toContain(`electron@${packageJson.devDependencies.electron}`);
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
        dpkg('--install', packageIn('first', 'deb'));
        isThere(root);
        dpkg('--install', packageIn('newer', 'deb'));
        isThere(root);
        expect(dpkg('--status', 'greenroom')).toContain(`Version: ${versions[1]}`);
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
        rpm('--install', '--nodeps', packageIn('first', 'rpm'));
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
        rpm('--upgrade', '--nodeps', packageIn('newer', 'rpm'));
        isThere(root);
        expect(rpm('-q', 'greenroom').trim()).toBe(`greenroom-${versions[1]}-1.x86_64`);
        rpm('--erase', '--nodeps', 'greenroom');
        expect(filesBelow(root, book)).toEqual(before);
      });

      test('a link that an administrator set to another program stays', () => {
        const root = path.join(folder, 'other');
        makeScratchRoot(root);
        const link = path.join(root, 'usr/bin/greenroom');
        writeFileSync(path.join(root, 'usr/bin/other'), '');
        execFileSync('/bin/ln', ['-s', '/usr/bin/other', link]);
        writeFileSync(path.join(root, 'postrm'), readFileSync(path.join(folder, 'deb/DEBIAN/postrm')));
        say('/usr/sbin/chroot', root, '/usr/bin/bash', '/postrm', 'remove');
        expect(readlinkSync(link)).toBe('/usr/bin/other');
      });
    });

    test('the MSI puts in the whole program, its links and files; the start at login only when asked for', () => {
      const msi = packageIn('msi', 'msi');
      const table = (name: string): readonly (readonly string[])[] =>
        say('/usr/bin/msiinfo', 'export', msi, name)
          .trim()
          .split(/\r?\n/)
          .slice(3)
          .map((line) => line.split('\t'));
      const unpacked = readdirSync(path.join(folder, 'msi/win-unpacked'), { recursive: true, withFileTypes: true });
      const files = unpacked.filter((entry) => entry.isFile()).map((entry) => entry.name);
      // The program, and the launcher for prompts.
      expect(files.filter((name) => name === 'greenroom.exe')).toHaveLength(2);
      expect(
        say('/usr/bin/msiextract', '--list', msi)
          .trim()
          .split('\n')
          .map((name) => path.posix.basename(name))
          .sort(),
      ).toEqual(files.sort());

      expect(new Map(table('Feature').map(([name, , , , , level]) => [name, level]))).toEqual(
        new Map([
          ['Program', '1'],
          ['Autostart', '1000'],
        ]),
      );
      const featureOf = new Map(table('FeatureComponents').map(([feature, component]) => [component, feature]));
      const registry = table('Registry').map(([, root, key, name, value, component]) => ({
        root,
        key,
        name,
        value,
        component,
      }));
      const start = registry.filter(({ key }) => key?.endsWith('\\CurrentVersion\\Run'));
      expect(start.map(({ component }) => featureOf.get(component ?? ''))).toEqual(['Autostart']);
      expect(registry.every(({ root }) => root === '2')).toBe(true);
      const command = '"[INSTALLFOLDER]greenroom.exe" "%1"';
      expect(registry).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ key: 'Software\\Classes\\greenroom\\shell\\open\\command', value: command }),
          expect.objectContaining({
            key: 'Software\\Classes\\Greenroom.Invitation\\shell\\open\\command',
            value: command,
          }),
          expect.objectContaining({ key: 'Software\\Classes\\.ics\\OpenWithProgids', name: 'Greenroom.Invitation' }),
          expect.objectContaining({ key: 'Software\\Classes\\.eml\\OpenWithProgids', name: 'Greenroom.Invitation' }),
        ]),
      );
      // Offered for calendars and mails, and never made the program that opens them.
      expect(registry.filter(({ key, name }) => /^Software\\Classes\\\.\w+$/.test(key ?? '') && name === '')).toEqual(
        [],
      );
      expect(table('Shortcut').map(([, place, name]) => [place, name])).toEqual([['ProgramMenuFolder', 'Greenroom']]);
      const properties = new Map(table('Property').map(([name, value]) => [name, value]));
      expect(properties.get('ALLUSERS')).toBe('1');
      expect(properties.get('ProductVersion')).toBe(packageJson.version);
      // An older one is found and goes with the choice of features kept; a newer one stops the installation.
      expect(table('Upgrade').map(([code, , , , attributes]) => [code, attributes])).toEqual([
        [properties.get('UpgradeCode'), '1'],
        [properties.get('UpgradeCode'), '2'],
      ]);
    });

    test('what the Windows installer does beside copying compiles', () => {
      const include = fileURLToPath(new URL('../../../build/installer.nsh', import.meta.url));
      const script = path.join(folder, 'syntax.nsi');
      writeFileSync(
        script,
        `!include LogicLib.nsh
!include FileFunc.nsh
!define APP_EXECUTABLE_FILENAME greenroom.exe
!define isUpdated "1 == 0"
Var newStartMenuLink
!include "${include}"
Name Greenroom
OutFile "${folder}/syntax.exe"
Section
  StrCpy $newStartMenuLink "$SMPROGRAMS\\Greenroom.lnk"
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\\uninstall.exe"
SectionEnd
Section Uninstall
  !insertmacro customUnInstall
SectionEnd
`,
      );
      say('/usr/bin/makensis', '-V2', '-WX', script);
    });

    const withoutLeave =
      process.env.GREENROOM_INSTALL_TEST === '1'
        ? undefined
        : 'it changes this computer: GREENROOM_INSTALL_TEST=1 asks for it';
    proof('installed for real with apt', [withoutRoot(), withoutLeave], () => {
      test('it runs as an ordinary account, is upgraded, removed and purged', () => {
        const apt = (...args: readonly string[]): string =>
          say('/usr/bin/apt-get', '-y', '--no-install-recommends', ...args);
        const left = [
          '/opt/Greenroom',
          '/usr/bin/greenroom',
          '/etc/alternatives/greenroom',
          '/etc/apparmor.d/greenroom',
        ];
        const desktop = '/usr/share/applications/greenroom.desktop';
        try {
          apt('install', packageIn('first', 'deb'));
          const as = [
            '-u',
            'nobody',
            '--',
            '/usr/bin/env',
            `GREENROOM_STATE=${tmpdir()}/greenroom-nobody`,
            'greenroom',
          ];
          expect(say('/usr/sbin/runuser', ...as, 'checks')).toContain('os-supported');
          apt('install', packageIn('newer', 'deb'));
          expect(say('/usr/sbin/runuser', ...as, 'checks')).toContain('os-supported');
        } finally {
          apt('remove', 'greenroom');
          expect([...left, desktop].filter((name) => existsSync(name))).toEqual([]);
          apt('purge', 'greenroom');
        }
        expect([...left, desktop].filter((name) => existsSync(name))).toEqual([]);
      }, 300_000);
    });
  },
);
