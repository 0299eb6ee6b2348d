/** Tries the launcher for Windows' prompts under Wine, before a stand-in for the program, and what both installers do for it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_USER_MODEL_ID, TOAST_ACTIVATOR } from '../../../electron/main/windows-identity.ts';
import { compileForWindows, findMingw } from '../../../scripts/dist/console-launcher.ts';
import { makeMsi } from '../../../scripts/dist/msi.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { makeWindows, type Windows, windowsPath } from '../wine.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const ENVIRONMENT = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
const LINK = 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Greenroom.lnk';
const ACCOUNT = 'S-1-5-21-1-2-3-1001';
const PROFILES = `HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\${ACCOUNT}`;

const tools = withoutTools('gcc-mingw-w64-x86-64', 'wine64', 'wixl', 'msitools', 'nsis', 'bsdutils');
proof('the console of Windows', [withoutLinux(), tools], () => {
  let windows: Windows;
  let folder = '';
  /** The program as it is unpacked: the launcher in `bin`, above it what it starts. */
  let unpacked = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'greenroom-console-'));
    unpacked = path.join(folder, 'Unpacked Program');
    const compiler = findMingw() ?? '';
    compileForWindows(compiler, here('../../../build/console/launcher.c'), path.join(unpacked, 'bin/greenroom.exe'));
    compileForWindows(compiler, here('window-program.c'), path.join(unpacked, 'greenroom.exe'), '-mwindows');
    windows = makeWindows();
  });
  afterAll(async () => {
    await windows.remove();
    await rm(folder, { recursive: true, force: true });
  });

  describe('the launcher', () => {
    /** Lines for the prompt, with the launcher on PATH, as a file that cmd runs. */
    const batch = (...lines: readonly string[]): string => {
      const file = path.join(folder, 'calls.bat');
      const all = [
        '@echo off',
        `set PATH=%PATH%;${windowsPath(unpacked)}\\bin`,
        `cd /d ${windowsPath(folder)}`,
        ...lines,
      ];
      writeFileSync(file, all.join('\r\n'));
      return windowsPath(file);
    };

    test('is of the console kind, and the program that it starts is not', () => {
      const kind = (file: string): number => {
        const bytes = readFileSync(path.join(unpacked, file));
        return bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 92);
      };
      expect([kind('bin/greenroom.exe'), kind('greenroom.exe')]).toEqual([3, 2]);
    });

    test('lets the prompt wait, gives on both outputs apart, and ends with the program’s code', () => {
      const said = windows.run('cmd', '/d', '/c', batch('greenroom 20 check', 'echo code %ERRORLEVEL%'));
      expect(said.stdout).toBe('[--][20][check]\ncode 20\n');
      expect(said.stderr).toBe('beside it\n');
    });

    test('gives every word as it was typed, behind what ends Windows’ rules for the words of a start', () => {
      const call = (...words: readonly string[]): string =>
        windows.run(path.join(unpacked, 'bin/greenroom.exe'), '0', ...words).stdout.split('\n')[0] ?? '';
      expect(call()).toBe('[--][0]');
      const link = 'https://zoom.us/j/1?pwd=a&b=%20^|<x>';
      expect(call('inspect', link, '--json')).toBe(`[--][0][inspect][${link}][--json]`);
      expect(call('a b', '', 'say "so"', 'C:\\ends with\\')).toBe('[--][0][a b][][say "so"][C:\\ends with\\]');
      const quoted = windows.run('cmd', '/d', '/c', batch('greenroom 0 "https://zoom.us/j/1?pwd=a&calc" x'));
      expect(quoted.stdout).toBe('[--][0][https://zoom.us/j/1?pwd=a&calc][x]\n');
    });

    test('hands on what is piped to it', () => {
      expect(windows.run('cmd', '/d', '/c', batch('echo hello| greenroom 0 -')).stdout).toBe('[--][0][-]\nhello\n');
    });

    test('shows on a console what is not redirected, whichever of the two it is', () => {
      const shown = windows.onConsole(
        ...['cmd', '/d', '/c'],
        batch(
          ...['greenroom 10 both', 'echo code %ERRORLEVEL%'],
          ...['greenroom 11 first 2>nul', 'echo code %ERRORLEVEL%'],
          ...['greenroom 12 second >out.txt', 'echo code %ERRORLEVEL%'],
        ),
      );
      expect(shown.trim().split('\n')).toEqual([
        ...['[--][10][both]', 'beside it', 'code 10'],
        ...['[--][11][first]', 'code 11'],
        ...['beside it', 'code 12'],
      ]);
      expect(readFileSync(path.join(folder, 'out.txt'), 'utf8')).toBe('[--][12][second]\r\n');
    });

    test('ends the program when it is ended itself', async () => {
      const child = windows.start(path.join(unpacked, 'bin/greenroom.exe'), '0', 'wait');
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      const programs = (): readonly string[] =>
        execFileSync('/bin/ps', ['-eo', 'args'], { encoding: 'utf8' })
          .split('\n')
          .filter((line) => line.includes('greenroom.exe -- 0 wait') || line.includes('greenroom.exe" -- 0 wait'));
      expect(programs()).toHaveLength(1);
      child.kill('SIGKILL');
      await expect.poll(programs).toEqual([]);
    });

    test('says so where there is no program above it', () => {
      const alone = path.join(folder, 'alone/bin/greenroom.exe');
      mkdirSync(path.dirname(alone), { recursive: true });
      writeFileSync(alone, readFileSync(path.join(unpacked, 'bin/greenroom.exe')));
      const { code, stderr } = windows.run(alone, 'check');
      expect(code).toBe(70);
      expect(stderr).toContain('Install Greenroom again.');
    });
  });

  describe('the installers', () => {
    const LEAST = 'C:\\windows\\system32;C:\\windows';
    /** Longer than NSIS’ own strings, with a folder whose name begins as ours does. */
    const LONG = [
      ...[LEAST, 'C:\\Program Files\\Greenroom\\bin2'],
      ...Array.from({ length: 400 }, (_, index) => `C:\\${index} tools`),
    ].join(';');
    const OURS = 'C:\\Program Files\\Greenroom\\bin';
    /** Wine's own account is called as the one that runs it. */
    const accounts = ['ada', userInfo().username];
    const pathValue = (): string | undefined => windows.registry(ENVIRONMENT, 'Path');
    const links = (): readonly string[] =>
      accounts.filter((account) => existsSync(path.join(windows.drive, 'users', account, LINK)));
    const shared = (): boolean =>
      existsSync(path.join(windows.drive, 'ProgramData/Microsoft/Windows/Start Menu/Programs/Greenroom.lnk'));

    beforeAll(() => {
      windows.run(
        'reg',
        'add',
        PROFILES,
        '/v',
        'ProfileImagePath',
        '/t',
        'REG_EXPAND_SZ',
        '/d',
        'C:\\users\\ada',
        '/f',
      );
    });
    /** PATH as it was, and the shortcut that Electron leaves in each account that is shown a notice. */
    const begin = (before: string): void => {
      windows.run('reg', 'add', ENVIRONMENT, '/v', 'Path', '/t', 'REG_EXPAND_SZ', '/d', before, '/f');
      expect(pathValue()).toBe(before);
      for (const account of accounts) {
        const file = path.join(windows.drive, 'users', account, LINK);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, '');
      }
    };
    const isRemoved = async (before: string): Promise<void> => {
      // NSIS removes from a copy of its uninstaller, which nobody waits for.
      await expect.poll(() => existsSync(path.join(windows.drive, 'Program Files/Greenroom'))).toBe(false);
      // Wine's own Windows Installer leaves the separator.
      expect(pathValue()?.replace(/;$/, '')).toBe(before);
      expect(links()).toEqual([]);
      expect(shared()).toBe(false);
    };

    test('the MSI puts it on PATH, with one shortcut that Windows knows, and takes all of it away', async () => {
      begin(LEAST);
      const msi = path.join(folder, 'greenroom.msi');
      makeMsi({ unpacked, version: '1.0.0', icon: here('../../../build/icon.ico'), output: msi });
      const properties = execFileSync('/usr/bin/msiinfo', ['export', msi, 'MsiShortcutProperty'], { encoding: 'utf8' });
      expect(properties).toContain(`StartMenu\tSystem.AppUserModel.ID\t${APP_USER_MODEL_ID}`);
      expect(properties).toContain(`StartMenu\tSystem.AppUserModel.ToastActivatorCLSID\t${TOAST_ACTIVATOR}`);

      expect(windows.run('msiexec', '/i', windowsPath(msi), '/qn').code).toBe(0);
      expect(pathValue()).toBe(`${LEAST};${OURS}`);
      expect(windows.run('cmd', '/d', '/c', 'greenroom 20 check').code).toBe(20);

      expect(windows.run('msiexec', '/x', windowsPath(msi), '/qn').code).toBe(0);
      await isRemoved(LEAST);
    });

    test('the NSIS installer likewise, and twice is once', async () => {
      begin(LONG);
      const include = readFileSync(here('../../../build/installer.nsh'), 'utf8');
      expect(include).toContain(`GREENROOM_ACTIVATOR "${TOAST_ACTIVATOR}"`);
      const script = path.join(folder, 'installer.nsi');
      writeFileSync(script, nsisScript(unpacked, path.join(folder, 'installer.exe')));
      execFileSync('/usr/bin/makensis', ['-V2', '-WX', script]);
      for (let time = 0; time < 2; time += 1) {
        expect(windows.run(path.join(folder, 'installer.exe'), '/S').code).toBe(0);
        expect(pathValue()).toBe(`${LONG};${OURS}`);
      }
      expect(shared()).toBe(true);

      windows.run('C:\\Program Files\\Greenroom\\uninstall.exe', '/S');
      await isRemoved(LONG);
    });
  });
});

/** What electron-builder's own script does around ours, as far as ours needs it. */
const nsisScript = (unpacked: string, output: string): string => `Unicode true
Target amd64-unicode
!include LogicLib.nsh
!include FileFunc.nsh
!define APP_EXECUTABLE_FILENAME greenroom.exe
!define isUpdated "1 == 0"
!include "${here('../../../build/installer.nsh')}"
Name Greenroom
OutFile "${output}"
InstallDir "C:\\Program Files\\Greenroom"
Var newStartMenuLink
Section
  SetShellVarContext all
  SetOutPath $INSTDIR
  File /r "${unpacked}/*"
  StrCpy $newStartMenuLink "$SMPROGRAMS\\Greenroom.lnk"
  CreateShortCut "$newStartMenuLink" "$INSTDIR\\greenroom.exe"
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\\uninstall.exe"
SectionEnd
Section Uninstall
  SetShellVarContext all
  !insertmacro customUnInstall
  Delete "$SMPROGRAMS\\Greenroom.lnk"
  SetOutPath $TEMP
  RMDir /r $INSTDIR
SectionEnd
`;
