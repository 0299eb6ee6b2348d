/** `greenroom catalogue`: only a whole, newer catalogue signed by the named key ever comes into use. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import { signedCatalogueText } from '../../electron/core/catalogue/signed.ts';
import { parseReport } from '../../electron/core/report/schema.ts';
import { greenroom, newFolder } from './run.ts';

const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const nextDay = new Date(Date.parse(builtInCatalogue.asOf) + 86_400_000).toISOString().slice(0, 10);
const machine = path.resolve('test/machines/ubuntu-24.04-ready.json');

let folder: string;
beforeEach(() => {
  folder = newFolder();
  process.env.GREENROOM_STATE = path.join(folder, 'state');
  writeFileSync(path.join(folder, 'key.pem'), publisher.publicKey.export({ type: 'spki', format: 'pem' }));
});

const envelope = (change: object = { asOf: nextDay }, keys = publisher): string => {
  const bytes = Buffer.from(JSON.stringify({ ...builtInCatalogue, ...change }));
  return signedCatalogueText(bytes.toString('base64'), sign(null, bytes, keys.privateKey).toString('base64'));
};

const update = (content: string) => {
  writeFileSync(path.join(folder, 'new.json'), content);
  return greenroom(['catalogue', 'update', 'new.json', '--key', 'key.pem'], { cwd: folder });
};

const inUse = async (): Promise<string> => JSON.parse((await greenroom(['catalogue', 'show', '--json'])).stdout).asOf;

test('a newer signed catalogue comes into use, in every later check too', async () => {
  expect((await update(envelope())).code).toBe(0);
  expect(await inUse()).toBe(nextDay);
  const { stdout } = await greenroom(['check', '--json', '--machine', machine]);
  expect(parseReport('stdout', stdout).catalogue).toEqual({
    asOf: nextDay,
    source: path.join(folder, 'state/catalogue.json'),
  });
});

test.each<[string, () => string, RegExp]>([
  ['signed by somebody else', () => envelope({ asOf: nextDay }, stranger), /signature/],
  ['changed after signing', () => envelope().replace(/"catalogue": "(.{40})./, '"catalogue": "$1A'), /signature/],
  ['older than the one in use: a roll-back', () => envelope({ asOf: '2026-01-01' }), /older than the one in use/],
  ['from the future', () => envelope({ asOf: '2099-01-01' }), /in the future/],
  ['of another schema', () => envelope({ schema: 'greenroom.catalogue/9' }), /schema/],
  ['of another shape', () => envelope({ asOf: nextDay, products: [{ id: 'x' }] }), /products/],
  ['cut off', () => envelope().slice(0, 5000), /cut off/],
  ['not signed at all', () => JSON.stringify(builtInCatalogue), /schema|catalogue/],
])('one that is %s is refused and changes nothing', async (_name, content, reason) => {
  const { code, stderr } = await update(content());
  expect(code).toBe(65);
  expect(stderr).toMatch(reason);
  expect(await inUse()).toBe(builtInCatalogue.asOf);
});

test('the same day again changes nothing and is no error', async () => {
  await update(envelope());
  const again = await update(envelope());
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('Nothing was changed');
});

test('a stored catalogue that was tampered with is not used, and that is said', async () => {
  await update(envelope());
  const file = path.join(folder, 'state/catalogue.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(catalogue\\": \\".{60})./, '$1B'));
  const { stdout, stderr } = await greenroom(['catalogue', 'show', '--json']);
  expect(JSON.parse(stdout).asOf).toBe(builtInCatalogue.asOf);
  expect(stderr).toContain('isn’t used');
});

test.each([
  ['no key', ['catalogue', 'update', 'new.json'], 64, '--key'],
  ['a key that is none', ['catalogue', 'verify', 'new.json', '--key', 'new.json'], 65, 'Ed25519'],
  ['an address that is not https', ['catalogue', 'update', 'http://localhost/x', '--key', 'key.pem'], 65, 'only https'],
])('%s', async (_name, words, code, reason) => {
  writeFileSync(path.join(folder, 'new.json'), envelope());
  const outcome = await greenroom(words, { cwd: folder });
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toContain(reason);
});

test('the policy names source and key; what the person names goes before it', async () => {
  writeFileSync(path.join(folder, 'new.json'), envelope());
  const policy = (source: string, key = publisher.publicKey.export({ type: 'spki', format: 'pem' })): void =>
    writeFileSync(
      path.join(folder, 'policy.json'),
      JSON.stringify({
        schema: 'greenroom.policy/1',
        settings: { catalogue: { [source.startsWith('http') ? 'address' : 'file']: source, publicKey: key } },
      }),
    );
  const run = (...words: string[]) =>
    greenroom(['catalogue', 'update', ...words, '--policy', 'policy.json'], { cwd: folder });
  policy(path.join(folder, 'new.json'), stranger.publicKey.export({ type: 'spki', format: 'pem' }));
  expect((await run()).code).toBe(65);
  policy('/nowhere/new.json');
  expect((await run()).code).toBe(65);
  expect((await run('new.json')).code).toBe(0);
  expect(await inUse()).toBe(nextDay);
  policy('http://catalogue.example/');
  expect((await run()).stderr).toContain('https address');
  writeFileSync(path.join(folder, 'policy.json'), '{"schema":"greenroom.policy/1"}');
  expect((await run()).stderr).toContain('names no catalogue');
});

test('verify says what a file holds and changes nothing', async () => {
  writeFileSync(path.join(folder, 'new.json'), envelope());
  const { code, stdout } = await greenroom(['catalogue', 'verify', 'new.json', '--key', 'key.pem'], { cwd: folder });
  expect([code, stdout]).toEqual([0, expect.stringContaining('signed by this key')]);
  expect(await inUse()).toBe(builtInCatalogue.asOf);
});

test('refresh says whom it would ask, and asks nobody unless it is told to', async () => {
  const { code, stdout } = await greenroom(['catalogue', 'refresh']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^(?:Would ask \d+ servers?: .*\n.*--yes|Nothing is installed here whose maker can be asked\.)\n$/,
  );
  expect(await inUse()).toBe(builtInCatalogue.asOf);
});

test('a signed list in use stays as it is: no maker is asked', async () => {
  await update(envelope());
  const { code, stdout } = await greenroom(['catalogue', 'refresh', '--yes']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Your organisation hands out the list/);
  expect(await inUse()).toBe(nextDay);
});
