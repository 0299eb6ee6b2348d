/** Turns at the folder: one at a time in a process, nobody shut out by the dead, and a plain sentence where the disk refuses. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadAttestations, storeAttestation } from '../../../../electron/engine/storage/attestation-store.ts';
import { StorageError } from '../../../../electron/engine/storage/files/storage-error.ts';
import { newOwner } from '../../../../electron/engine/storage/turns/lock-owner.ts';
import { inTurn } from '../../../../electron/engine/storage/turns/turn.ts';
import { buildWriter, startWriter } from '../writer-program.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-turn-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = '2026-11-27T08:00:00.000Z';
const confirmed = async (): Promise<readonly string[]> => Object.keys((await loadAttestations(folder)).value.confirmed);

test('twenty changes asked for at once are all there', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `word-${index}`);
  await Promise.all(names.map((name) => storeAttestation(folder, name, at)));
  expect((await confirmed()).toSorted()).toEqual(names.toSorted());
});

test('work that throws gives its turn away', async () => {
  await expect(inTurn(folder, () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  await storeAttestation(folder, 'word', at);
  expect(readdirSync(folder)).toEqual(['attestations.json']);
});

test('a folder that cannot be made is one sentence', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const error: unknown = await storeAttestation(path.join(folder, 'file'), 'word', at).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StorageError);
  expect(String(error)).toMatch(/couldn’t be written: .*is not a folder\. Move what is there away/);
});

describe.skipIf(process.platform !== 'linux')('a lock on Linux', () => {
  const lock = (owner: string): string => {
    mkdirSync(path.join(folder, 'greenroom.lock'), { recursive: true });
    const entry = path.join(folder, 'greenroom.lock', owner);
    writeFileSync(entry, '');
    return entry;
  };
  let program = '';
  beforeAll(async () => {
    program = await buildWriter();
  });
  afterAll(() => rmSync(path.dirname(program), { recursive: true, force: true }));

  test('of a process that was killed is nobody’s', async () => {
    const writer = await startWriter(program, folder);
    lock(writer.owner);
    const { process: child } = writer;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    await storeAttestation(folder, 'word', at);
    expect(await confirmed()).toEqual(['word']);
  });

  test('of a process whose number was given to another one since is nobody’s', async () => {
    const [place, , start, random] = (await newOwner()).split('.');
    // Process 1 runs, and began at another time.
    lock([place, 1, Number(start) + 1, random].join('.'));
    await storeAttestation(folder, 'word', at);
    expect(await confirmed()).toEqual(['word']);
  });

  test('of a process that runs is kept until that lets go, however old it looks', async () => {
    const writer = await startWriter(program, folder);
    const entry = lock(writer.owner);
    utimesSync(entry, new Date(0), new Date(0));
    let isDone = false;
    const write = storeAttestation(folder, 'word', at).then(() => {
      isDone = true;
    });
    while (!readdirSync(folder).some((name) => name.startsWith('greenroom.lock-')))
      await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([isDone, readdirSync(path.join(folder, 'greenroom.lock'))]).toEqual([false, [writer.owner]]);
    rmSync(entry);
    await write;
    await writer.end();
  });

  test.each([
    ['from before a new start of the system, or from another computer', '0123456789ab-4026531836.77.12.ab'],
    ['that says nothing', 'owner'],
  ])('%s is nobody’s after half a minute', async (_what, owner) => {
    const old = new Date(Date.now() - 31_000);
    utimesSync(lock(owner), old, old);
    await storeAttestation(folder, 'word', at);
    expect(await confirmed()).toEqual(['word']);
  });
});

test('what killed writes left behind goes at the next start; what is not ours stays', async () => {
  const program = await buildWriter();
  mkdirSync(path.join(folder, 'calendars'));
  const leftovers = ['report.json.0123456789ab.new', 'calendars/aa.json.0123456789ab.new', 'history.jsonl.lock'];
  const others = ['letter.new', 'report.json', 'calendars/aa.json'];
  for (const name of [...leftovers, ...others]) writeFileSync(path.join(folder, name), '{}');
  symlinkSync(path.join(folder, 'report.json'), path.join(folder, 'link.0123456789ab.new'));
  const writer = await startWriter(program, folder);
  await writer.write('word');
  await writer.end();
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((name) => leftovers.includes(name) || name.startsWith('link.'))).toEqual([]);
  expect(left).toEqual(expect.arrayContaining(others));
  expect(readFileSync(path.join(folder, 'letter.new'), 'utf8')).toBe('{}');
  rmSync(path.dirname(program), { recursive: true, force: true });
});
