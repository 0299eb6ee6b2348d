/** Proves what the release workflow calls for the package managers: over packages on a disk, read by the tools that read them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { makeMsi } from '../../../scripts/dist/msi.ts';
import { runCommand } from '../../e2e/program/launch.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';

const jiti = fileURLToPath(new URL('../../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
const run = (...words: readonly string[]) => runCommand(process.execPath, [jiti, 'scripts/manifests.ts', ...words]);

let folder = '';
const named = (rest: string): string => path.join(folder, `greenroom-${packageJson.version}-${rest}`);

proof('manifests', [withoutLinux(), withoutTools('wixl', 'msitools', 'ruby', 'appstream')], () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-manifests-'));
    mkdirSync(path.join(folder, 'program'));
    writeFileSync(path.join(folder, 'program/greenroom.exe'), 'MZ');
    const icon = fileURLToPath(new URL('../../../build/icon.ico', import.meta.url));
    const { version } = packageJson;
    makeMsi({ unpacked: path.join(folder, 'program'), version, icon, output: named('win-x64.msi') });
    writeFileSync(named('mac-x64.dmg'), 'intel');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a package that is missing is named, and an address without https is none', async () => {
    const missing = await run(folder, 'https://get.example.org');
    expect([missing.code, missing.stderr]).toEqual([
      65,
      `${named('mac-arm64.dmg')} is not there: the manifests name it.\n`,
    ]);
    expect((await run(folder, 'http://get.example.org')).code).toBe(64);
  });

  test('Ruby and AppStream’s own checker accept what is made, and the sums are those of the files', async () => {
    writeFileSync(named('mac-arm64.dmg'), 'arm');
    expect(await run(folder, 'https://get.example.org/v1/')).toMatchObject({ code: 0, stderr: '' });
    const cask = path.join(folder, 'manifests/homebrew/greenroom.rb');
    expect(execFileSync('/usr/bin/ruby', ['-c', cask], { encoding: 'utf8' })).toBe('Syntax OK\n');
    const entry = path.join(folder, 'manifests/appstream/org.greenroom.Greenroom.metainfo.xml');
    execFileSync('/usr/bin/appstreamcli', ['validate', '--no-net', entry], { stdio: 'pipe' });
    const winget = readFileSync(path.join(folder, 'manifests/winget/Greenroom.Greenroom.installer.yaml'), 'utf8');
    const [sum] = execFileSync('/usr/bin/sha256sum', [named('win-x64.msi')], { encoding: 'utf8' }).split(' ');
    expect(winget).toContain(sum?.toUpperCase());
    expect(winget).toMatch(/ProductCode: "\{[\dA-F-]{36}\}"/);
  });
});
