/** Reads back the installers that this system can make: what is in them, whose it is, and what they say of themselves. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { runDist } from './dist.ts';
import { makeLinuxRuntime, makeWindowsRuntime } from './runtime.ts';

let folder = '';
/** The one package of a kind in a folder. */
const packageIn = (below: string, kind: string): string => {
  const [name = ''] = readdirSync(path.join(folder, below)).filter((entry) => entry.endsWith(`.${kind}`));
  return path.join(folder, below, name);
};
const say = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });

proof('installers', [withoutLinux(), withoutTools('dpkg', 'rpm', 'wixl', 'msitools', 'gcc-mingw-w64-x86-64')], () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'greenroom-installers-'));
    const [linux, windows] = [path.join(folder, 'linux'), path.join(folder, 'windows')];
    await Promise.all([makeLinuxRuntime(linux), makeWindowsRuntime(windows)]);
    await Promise.all([
      runDist(path.join(folder, 'first'), [
        ...['--linux', 'deb', 'rpm', 'tar.gz', '--system-tools', `--electron-dist=${linux}`],
      ]),
      runDist(path.join(folder, 'msi'), ['--win', '--dir', '--msi', `--electron-dist=${windows}`]),
    ]);
    execFileSync('/usr/bin/dpkg-deb', ['--raw-extract', packageIn('first', 'deb'), path.join(folder, 'deb')]);
  }, 900_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const inDeb = (name: string): Promise<string> => readFile(path.join(folder, 'deb', name), 'utf8');

  test('a deb and an rpm hold the same files, of root, which nobody else may write', () => {
    const rows = (text: string): readonly string[] =>
      text
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        // Folders of the system stand in a deb, and not in an rpm.
        .filter(([mode = '']) => !mode.startsWith('d'))
        .map(([mode = '', ...words]) => `${mode} ${words.at(-1)?.replace(/^\./, '')}`)
        // Each system has a place of its own for licences and the like.
        .filter((line) => !/ \/usr\/share\/(?:doc|licenses|lintian)\//.test(line))
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
        '-rw-r--r-- /usr/share/man/man1/greenroom.1.gz',
        '-rw-r--r-- /usr/share/metainfo/org.greenroom.Greenroom.metainfo.xml',
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
      /^Maintainer: .+ <.+@.+>$/m,
      /^Homepage: https:/m,
      /^Depends: .*libasound2t64 \| libasound2,.*libdrm2,.*libgbm1,.*libgtk-3-0t64 \| libgtk-3-0,.*libnss3,/m,
      /^Description: .+\n .+/m,
    ])
      expect(deb).toMatch(field);
    const fields = '%{NAME}|%{VERSION}|%{ARCH}|%{LICENSE}|%{URL}|%{SUMMARY}|%{BUILDHOST}';
    const rpm = say('/usr/bin/rpm', '-qp', '--queryformat', fields, packageIn('first', 'rpm'));
    expect(rpm).toMatch(
      new RegExp(`^greenroom\\|${packageJson.version}\\|x86_64\\|MIT\\|https:[^|]+\\|[^|]+\\|reproducible$`),
    );
    expect(say('/usr/bin/rpm', '-qp', '--requires', packageIn('first', 'rpm'))).toMatch(
      /^libasound\.so\.2\(\)\(64bit\)[\s\S]*^libgbm\.so\.1\(\)\(64bit\)$/m,
    );
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
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
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
    expect(registry.filter(({ key, name }) => /^Software\\Classes\\\.\w+$/.test(key ?? '') && name === '')).toEqual([]);
    expect(table('Shortcut').map(([, place, name]) => [place, name])).toEqual([['ProgramMenuFolder', 'Greenroom']]);
    const properties = new Map(table('Property').map(([name, value]) => [name, value]));
    expect(properties.get('ALLUSERS')).toBe('1');
    expect(properties.get('ProductVersion')).toBe(packageJson.version);
    // An older one is found and goes with the choice of features kept; a newer one stops the installation.
    expect(table('Upgrade').map(([code, , , , attributes]) => [code, attributes])).toEqual([
      // This version, too: what was built twice stands under Programs once.
      [properties.get('UpgradeCode'), '513'],
      [properties.get('UpgradeCode'), '2'],
    ]);
  });
});
