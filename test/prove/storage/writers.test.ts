/** What was told as kept is kept: beside other writers, behind the lock of a killed one, and killed at any moment. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadAttestations } from '../../../electron/engine/storage/attestation-store.ts';
import { createBackupMemoryStore } from '../../../electron/engine/storage/known-drives-store.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { loadSettings } from '../../../electron/engine/storage/settings-store.ts';
import { loadWaivers } from '../../../electron/engine/storage/waiver-store.ts';
import { buildWriter, startWriter, type Writer } from '../../engine/storage/writer-program.ts';
import { rounds } from '../rounds.ts';

let program = '';
let folder = '';
beforeAll(async () => {
  program = await buildWriter();
});
afterAll(() => rmSync(path.dirname(program), { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-prove-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (count: number): Promise<readonly Writer[]> =>
  Promise.all(Array.from({ length: count }, () => startWriter(program, folder)));
const end = (writers: readonly Writer[]) => Promise.all(writers.map((writer) => writer.end()));

/** Of these entries the ones that are missing in one of the files. */
const missing = async (names: Iterable<string>): Promise<readonly string[]> => {
  const [confirmed, settings, waivers, drives] = await Promise.all([
    loadAttestations(folder),
    loadSettings(folder),
    loadWaivers(folder),
    createBackupMemoryStore(folder).load(),
  ]);
  expect([confirmed, settings, waivers, drives].flatMap(({ notices }) => notices)).toEqual([]);
  const sets = [
    new Set(Object.keys(confirmed.value.confirmed)),
    new Set(Object.keys(settings.value.checking ?? {})),
    new Set(waivers.value.map(({ key }) => key)),
    new Set(drives.value.drives.map(({ id }) => id)),
  ];
  return [...names].flatMap((name) => sets.flatMap((set, file) => (set.has(name) ? [] : [`${file}: ${name}`])));
};

const [ROUNDS, BEHIND, KILLS] = [rounds(200), rounds(150), rounds(300)];

test(`${ROUNDS} rounds of four writers lose nothing`, { timeout: 900_000 }, async () => {
  const writers = await start(4);
  const written: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const names = writers.map((_, index) => `w${index}-${round}`);
    await Promise.all(writers.map((writer, index) => writer.write(names[index] ?? '')));
    written.push(...names);
  }
  await end(writers);
  expect(await missing(written)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  `${BEHIND} rounds of six writers behind the lock of a killed one lose nothing`,
  { timeout: 900_000 },
  async () => {
    const [killed] = await start(1);
    const owner = killed?.owner ?? '';
    const closed = new Promise((resolve) => killed?.process.once('close', resolve));
    killed?.process.kill('SIGKILL');
    await closed;
    const writers = await start(6);
    const written: string[] = [];
    for (let round = 0; round < BEHIND; round++) {
      mkdirSync(path.join(folder, 'greenroom.lock'), { recursive: true });
      writeFileSync(path.join(folder, 'greenroom.lock', `${owner}${round}`), '');
      const names = writers.map((_, index) => `w${index}-${round}`);
      await Promise.all(writers.map((writer, index) => writer.write(names[index] ?? '')));
      written.push(...names);
    }
    await end(writers);
    expect(await missing(written)).toEqual([]);
  },
);

test(`${KILLS} kills at random moments, beside a writer that lives on, lose nothing that was told as kept`, {
  timeout: 1_200_000,
}, async () => {
  const [steady] = await start(1);
  if (steady === undefined) throw new Error('no writer');
  const kept = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = await startWriter(program, folder);
    const closed = new Promise((resolve) => writer.process.once('close', resolve));
    // Meets the lock that the kill leaves behind.
    const beside = steady.write(`steady-${kill}`).then(() => kept.add(`steady-${kill}`));
    let entries = 0;
    const most = kill % 3;
    await new Promise<void>((resolve) => {
      const strike = async (): Promise<void> => {
        for (let turn = Math.floor(Math.random() * 400); turn > 0; turn--) await new Promise(setImmediate);
        writer.process.kill('SIGKILL');
        resolve();
      };
      writer.writeOn(`k${kill}`, (name) => {
        kept.add(name);
        entries += 1;
        if (entries === most) void strike();
      });
      if (most === 0) void strike();
    });
    await Promise.all([closed, beside]);
    if (kill % 25 === 24) expect(await missing(kept)).toEqual([]);
  }
  await steady.end();
  expect(await missing(kept)).toEqual([]);
  const { latest, previous, notices } = await createReportStore(folder).load();
  expect([latest !== null, previous !== null, notices]).toEqual([true, true, []]);
  expect(kept.size).toBeGreaterThan(KILLS);
});
