/**
 * Proves that electron-builder's whole NSIS script compiles with what Greenroom adds to it, and with the names that the MSI has. Its plugins are
 * in no package: here libraries of their names, which do nothing, stand in. What is made cannot run.
 */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { runDist } from './dist.ts';
import { makeWindowsRuntime } from './runtime.ts';

const templates = fileURLToPath(new URL('../../../node_modules/app-builder-lib/templates/nsis', import.meta.url));
const plugins = ['StdUtils', 'UAC', 'nsProcess', 'nsis7z', 'WinShell', 'SpiderBanner'];

let folder = '';
const at = (...names: readonly string[]): string => path.join(folder, ...names);

/** Every word of a plugin that the templates call, as a function of a 32-bit library. */
const makePlugins = (into: string): void => {
  mkdirSync(into, { recursive: true });
  const text = readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ns[hi]$/.test(name))
    .map((name) => readFileSync(path.join(templates, name), 'utf8'))
    .join('\n');
  // Debian's MinGW has no linker script for 32 bits.
  const parts = ['data', 'rdata', 'edata', 'idata', 'reloc'].map(
    (name) => `.${name} BLOCK(__section_alignment__) : { *(.${name}*) }`,
  );
  const layout = `SECTIONS { . = __image_base__ + __section_alignment__; .text : { *(.text*) } ${parts.join(' ')} /DISCARD/ : { *(.drectve) *(.comment) *(.eh_frame) } }`;
  writeFileSync(at('layout.ld'), layout);
  for (const plugin of plugins) {
    const words = new Set([...text.matchAll(new RegExp(`\\b${plugin}::(\\w+)`, 'gi'))].map(([, word = '']) => word));
    const source = [...words].map((word) => `__declspec(dllexport) void ${word}(void) {}\n`).join('');
    writeFileSync(at('plugin.c'), source);
    execFileSync('/usr/bin/x86_64-w64-mingw32-gcc', ['-m32', '-c', at('plugin.c'), '-o', at('plugin.o')]);
    const output = path.join(into, `${plugin}.dll`);
    execFileSync('/usr/bin/x86_64-w64-mingw32-ld', [
      ...['-m', 'i386pe', '-T', at('layout.ld'), '-shared', '--entry', '0', '-o', output, at('plugin.o')],
    ]);
  }
};

proof('NSIS', [withoutLinux(), withoutTools('nsis', 'p7zip-full', 'gcc-mingw-w64-x86-64')], () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'greenroom-nsis-'));
    const program = at('program');
    await makeWindowsRuntime(program);
    renameSync(path.join(program, 'electron.exe'), path.join(program, 'greenroom.exe'));
    makePlugins(at('resources/plugins/x86-unicode'));
    mkdirSync(at('nsis'));
    writeFileSync(at('nsis/elevate.exe'), '');
    // Writes down what it is told, then does it.
    const makensis = `#!/bin/sh
printf '%s\\n' "$@" >> '${at('told')}'
exec /usr/bin/makensis "$@"
`;
    writeFileSync(at('nsis/makensis'), makensis, { mode: 0o755 });
    // The first pass is an installer that only writes the uninstaller: what would run it writes one.
    mkdirSync(at('bin'));
    for (const name of ['sh', 'env']) symlinkSync(`/usr/bin/${name}`, at('bin', name));
    const wine = `#!/bin/sh\nfor word; do case $word in *.exe) echo MZ > "\${word%exe}__uninstaller.exe";; esac; done\n`;
    writeFileSync(at('bin/wine'), wine, { mode: 0o755 });
    await runDist(at('out'), ['--win', 'nsis', '--system-tools', `--prepackaged=${program}`], {
      ELECTRON_BUILDER_NSIS_DIR: at('nsis'),
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: at('resources'),
      PATH: `${at('bin')}:${process.env.PATH}`,
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the whole script compiles into an installer, which is named as the others are', () => {
    const [made] = readdirSync(at('out')).filter((name) => name.endsWith('.exe'));
    expect(made).toMatch(/^greenroom-[\d.]+-win-x64\.exe$/);
    expect(
      readFileSync(at('out', made ?? ''))
        .subarray(0, 2)
        .toString(),
    ).toBe('MZ');
  });

  test('it installs for all accounts, into the folder of the MSI, and keeps its copy where it is then taken away', () => {
    const told = readFileSync(at('told'), 'utf8').split('\n');
    const define = (name: string): string | undefined =>
      told.find((word) => word === `-D${name}` || word.startsWith(`-D${name}=`))?.slice(`-D${name}=`.length);
    // Undefined before it would be a warning, and warnings are errors.
    const [made = ''] = readdirSync(at('out')).filter((name) => name.endsWith('.exe'));
    expect(execFileSync('/usr/bin/7z', ['l', at('out', made)], { encoding: 'utf8' })).toContain(
      'Uninstall Greenroom.exe',
    );
    expect(define('INSTALL_MODE_PER_ALL_USERS')).toBe('');
    const include = readFileSync(new URL('../../../build/installer.nsh', import.meta.url), 'utf8');
    expect(define('APP_INSTALLER_STORE_FILE')?.split('\\')[0]).toBe(
      /!define GREENROOM_UPDATER "(.+)"/.exec(include)?.[1],
    );
  });
});
