/** Tries the scheme with real files: what is in the table is served, everything else does not exist. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, type FileTable, readFileTable } from '../../../electron/main/window/app-scheme.ts';

let folder = '';
let table: FileTable;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-scheme-'));
  await mkdir(path.join(folder, 'page/assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.html'), 'secret');
  await writeFile(path.join(folder, 'page/index.html'), '<p>page</p>');
  await writeFile(path.join(folder, 'page/assets/a.js'), 'export {}');
  await writeFile(path.join(folder, 'page/assets/a.js.map'), '{}');
  await writeFile(path.join(folder, 'page/licences.md'), '# Licences');
  await mkdir(path.join(folder, 'page/workers'));
  await writeFile(path.join(folder, 'page/workers/mask.wasm'), 'machine code');
  table = await readFileTable(path.join(folder, 'page'));
});
afterAll(() => rm(folder, { recursive: true }));

test('serves the page and its parts with their media types', async () => {
  const page = await answer(table, 'GET', 'app://greenroom/index.html');
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<p>page</p>',
  ]);
  const script = await answer(table, 'GET', 'app://greenroom/assets/a.js?v=1#x');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('what workers load is read when it is asked for; workers may run compiled code, the page may not', async () => {
  await writeFile(path.join(folder, 'page/workers/mask.wasm'), 'newer machine code');
  const program = await answer(table, 'GET', 'app://greenroom/workers/mask.wasm');
  expect([program.headers.get('content-type'), await program.text()]).toEqual([
    'application/wasm',
    'newer machine code',
  ]);
  const policyOf = async (name: string) =>
    (await answer(table, 'GET', `app://greenroom/workers/${name}`)).headers.get('content-security-policy');
  for (const name of ['mask', 'look', 'text']) {
    expect(await policyOf(`${name}.worker-a1.js`)).toBe(
      "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    );
  }
  expect((await answer(table, 'GET', 'app://greenroom/')).headers.get('Content-Security-Policy')).not.toContain('wasm');
});

test.each([
  'app://greenroom/',
  'app://greenroom/nothing.js',
  'app://greenroom/../secret.html',
  'app://greenroom/assets/../../secret.html',
  'app://greenroom/%2e%2e/secret.html',
  'app://greenroom/..%2fsecret.html',
  'app://greenroom/assets/a.js.map',
  'app://greenroom/licences.md',
  'app://greenroom/INDEX.html',
  'app://elsewhere/index.html',
  'app://greenroom.example.org/index.html',
  'app://greenroom/__proto__',
  'app://greenroom/constructor',
])('%s is 404', async (url) => {
  expect((await answer(table, 'GET', url)).status).toBe(404);
});

test('answers with bytes only to GET', async () => {
  expect((await answer(table, 'POST', 'app://greenroom/index.html')).status).toBe(405);
  expect(await (await answer(table, 'HEAD', 'app://greenroom/index.html')).text()).toBe('');
});

test('fences in every answer, also one that says no', async () => {
  for (const url of ['app://greenroom/index.html', 'app://greenroom/nothing']) {
    const { headers } = await answer(table, 'GET', url);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).not.toMatch(/connect-src|unsafe/);
  }
});

test('says what to do when the program was not built', async () => {
  await expect(readFileTable(path.join(folder, 'page/assets'))).rejects.toThrow('npm run build');
});
