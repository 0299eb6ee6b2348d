/** Proves under Wine that what the Windows installers put in comes out again: files and registry before and after, by the same eyes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMsi } from '../../../scripts/dist/msi.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { makeWindows, type Windows, windowsPath } from '../wine.ts';

const here = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const RUN = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
const PROGRAMS = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

let folder = '';
let windows: Windows;
const file = (name: string): string => path.join(folder, name);

/** What Wine writes as it goes; PATH has a test of its own, as Wine leaves the semicolons. An empty key says nothing. */
const ofWine = /\\(?:Control\\(?:Video|Session Manager|ServiceCurrent|DeviceClasses)|Enum|NetworkCards)\b/;
/** Values of programs, file types, services and accounts, as Wine exports them; not in which order. */
const registry = (): readonly string[] =>
  ['HKLM\\Software', 'HKLM\\System\\CurrentControlSet', 'HKCU'].flatMap((key) => {
    windows.run('reg', 'export', key, windowsPath(file('exported.reg')), '/y');
    let at = '';
    return readFileSync(file('exported.reg'), 'utf16le')
      .split('\r\n')
      .flatMap((line) => {
        if (line.startsWith('[')) at = line;
        return line === '' || line.startsWith('[') || ofWine.test(at) ? [] : [`${at}${line}`];
      })
      .sort();
  });
const searchPath = (): string | undefined =>
  windows
    .registry('HKLM\\System\\CurrentControlSet\\Control\\Session Manager\\Environment', 'Path')
    ?.replace(/;+$/, '');

/** What a program and its links are put in: not the system's own folders, which Wine fills as it goes, nor what lies behind links. */
const files = (): readonly string[] =>
  readdirSync(windows.drive, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => path.relative(windows.drive, path.join(parentPath, name)))
    .filter((name) => !/^windows\/|\/Temp\//i.test(name))
    .sort();

proof('Windows installers', [withoutLinux(), withoutTools('wixl', 'msitools', 'wine64', 'nsis')], () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-cycles-'));
    windows = makeWindows();
  }, 900_000);
  afterAll(async () => {
    await windows.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the MSI: put in, the same version built anew, a newer, an older, removed, and nothing is left', () => {
    const msi = (version: string, content: string): string => {
      const unpacked = file(`program-${content}`);
      mkdirSync(path.join(unpacked, 'bin'), { recursive: true });
      for (const name of ['greenroom.exe', 'bin/greenroom.exe', 'LICENSE.txt'])
        writeFileSync(path.join(unpacked, name), content);
      const output = file(`${version}-${content}.msi`);
      makeMsi({ unpacked, version, icon: here('build/icon.ico'), output });
      return windowsPath(output);
    };
    const [old, again, newer] = [msi('0.1.0', 'old'), msi('0.1.0', 'again'), msi('0.2.0', 'newer')];
    const install = (...words: readonly string[]): number | null => windows.run('msiexec', ...words, '/qn').code;
    const entries = (): number =>
      windows.run('reg', 'query', PROGRAMS, '/s').stdout.match(/DisplayName +REG_SZ +Greenroom$/gm)?.length ?? 0;
    const held = (): string => readFileSync(path.join(windows.drive, 'Program Files/Greenroom/greenroom.exe'), 'utf8');
    const before = { files: files(), registry: registry(), path: searchPath() };

    expect(install('/i', old)).toBe(0);
    expect([held(), entries(), windows.registry(RUN, 'Greenroom')]).toEqual(['old', 1, undefined]);
    expect(install('/i', old)).toBe(0);
    expect([held(), entries()]).toEqual(['old', 1]);
    expect(install('/i', again, 'ADDLOCAL=ALL')).toBe(0);
    const start = '"C:\\Program Files\\Greenroom\\greenroom.exe" --hidden';
    expect([held(), entries(), windows.registry(RUN, 'Greenroom')]).toEqual(['again', 1, start]);
    expect(install('/i', newer)).toBe(0);
    expect([held(), entries(), windows.registry(RUN, 'Greenroom')]).toEqual(['newer', 1, start]);
    // 1603, of which a Unix sees the last byte.
    expect(install('/i', old)).toBe(1603 % 256);
    expect([held(), entries(), windows.registry(RUN, 'Greenroom')]).toEqual(['newer', 1, start]);
    expect(install('/x', newer)).toBe(0);
    expect(files()).toEqual(before.files);
    expect(searchPath()).toBe(before.path);
    expect(registry()).toEqual(before.registry);
  }, 240_000);

  test('what the NSIS installer does beside copying: in, over itself, out; the copy that electron-builder keeps goes', () => {
    const script = file('cycle.nsi');
    writeFileSync(
      script,
      `Target amd64-unicode
!include LogicLib.nsh
!include FileFunc.nsh
!define APP_EXECUTABLE_FILENAME greenroom.exe
!define isUpdated "1 == 0"
Var newStartMenuLink
!include "${here('build/installer.nsh')}"
Name Greenroom
OutFile "${file('cycle.exe')}"
InstallDir "C:\\Program Files\\Greenroom"
Section
  SetShellVarContext all
  SetRegView 64
  SetOutPath $INSTDIR
  StrCpy $newStartMenuLink "$SMPROGRAMS\\Greenroom.lnk"
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\\Uninstall Greenroom.exe"
SectionEnd
Section Uninstall
  SetShellVarContext all
  SetRegView 64
  !insertmacro customUnInstall
  Delete "$INSTDIR\\Uninstall Greenroom.exe"
  RMDir $INSTDIR
SectionEnd
`,
    );
    execFileSync('/usr/bin/makensis', ['-V2', '-WX', script], { stdio: 'pipe' });
    const before = { files: files(), registry: registry(), path: searchPath() };
    const [account = ''] = readdirSync(path.join(windows.drive, 'users')).filter((name) => name !== 'Public');
    const kept = path.join(windows.drive, 'users', account, 'AppData/Local/greenroom-updater');
    const setup = (...words: readonly string[]): number | null =>
      windows.run(windowsPath(file('cycle.exe')), '/S', ...words).code;
    mkdirSync(kept, { recursive: true });
    writeFileSync(path.join(kept, 'installer.exe'), 'the whole installer');
    expect([setup(), windows.registry(RUN, 'Greenroom')]).toEqual([0, undefined]);
    expect(existsSync(kept)).toBe(false);
    expect(setup('/AUTOSTART')).toBe(0);
    const start = '"C:\\Program Files\\Greenroom\\greenroom.exe" --hidden';
    expect(windows.registry(RUN, 'Greenroom')).toBe(start);
    expect([setup(), windows.registry(RUN, 'Greenroom')]).toEqual([0, start]);
    // In its own place: it would else go on in a copy of itself, which nobody waits for.
    expect(
      windows.run('C:\\Program Files\\Greenroom\\Uninstall Greenroom.exe', '/S', '_?=C:\\Program Files\\Greenroom')
        .code,
    ).toBe(0);
    rmSync(path.join(windows.drive, 'Program Files/Greenroom'), { recursive: true, force: true });
    expect(files()).toEqual(before.files);
    expect(searchPath()).toBe(before.path);
    expect(registry()).toEqual(before.registry);
  }, 900_000);
});
