/** The stored report survives a crash at any moment, and a damaged one is set aside and told. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { areasOf } from '../../../electron/core/report/counts.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { writeAtomically } from '../../../electron/engine/storage/files/atomic-file.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { inTurn } from '../../../electron/engine/storage/turns/turn.ts';
import { buildProgram } from '../../doubles/build-program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = (startedAt: string): Report => ({
  schema: 'greenroom.report/2',
  verdict: 'undetermined',
  areas: areasOf([]),
  startedAt,
  durationMs: 100,
  deadlineMs: 10_000,
  only: null,
  machine: { platform: 'linux', os: 'Debian 12', version: '12', arch: 'x64' },
  policy: { source: null, digest: null },
  catalogue: { asOf: '2026-11-22', source: 'built in' },
  findings: [],
  probes: [],
});

const first = report('2026-11-20T10:00:00.000Z');
const second = report('2026-11-21T10:00:00.000Z');

test('nothing stored is no error', async () => {
  expect(await createReportStore(folder).load()).toEqual({ latest: null, previous: null, notices: [] });
});

test('the report before the last one is kept', async () => {
  const store = createReportStore(folder);
  await store.save(first);
  await store.save(second);
  expect(await store.load()).toEqual({ latest: second, previous: first, notices: [] });
});

test('a crash between the two writes repeats a report and loses none', async () => {
  await createReportStore(folder).save(first);
  await createReportStore(folder).save(second);
  const third = report('2026-11-22T10:00:00.000Z');
  const crash = async (afterWrites: number): Promise<readonly (string | undefined)[]> => {
    let writes = 0;
    const store = createReportStore(folder, async (file, text) => {
      if (writes === afterWrites) throw new Error('crash');
      writes += 1;
      await writeAtomically(file, text);
    });
    await expect(store.save(third)).rejects.toThrow('crash');
    const { latest, previous } = await createReportStore(folder).load();
    return [latest?.startedAt, previous?.startedAt];
  };
  expect(await crash(0)).toEqual([second.startedAt, first.startedAt]);
  expect(await crash(1)).toEqual([second.startedAt, second.startedAt]);
});

test('a report that is just being replaced is not taken for damaged', async () => {
  const store = createReportStore(folder);
  await store.save(first);
  writeFileSync(path.join(folder, 'report.json'), '{');
  // Whoever reads comes second: in its turn the file is whole again.
  const repaired = inTurn(folder, () => writeAtomically(path.join(folder, 'report.json'), JSON.stringify(second)));
  const [loaded] = await Promise.all([store.load(), repaired]);
  expect(loaded).toMatchObject({ latest: second, notices: [] });
});

test('only its owner can read it', async () => {
  await createReportStore(folder).save(first);
  const { statSync } = await import('node:fs');
  expect(statSync(path.join(folder, 'report.json')).mode & 0o077).toBe(0);
});

test.each([
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['of another schema', (text: string) => text.replace('greenroom.report/2', 'greenroom.report/9')],
  ['of another shape', (text: string) => text.replace('"findings":[]', '"findings":{"__proto__":1}')],
  ['not text', () => '\u0000\u0001\uffff'],
])('a report that is %s is set aside with a notice, and the one before is still there', async (_name, damage) => {
  const store = createReportStore(folder);
  await store.save(first);
  await store.save(second);
  const file = path.join(folder, 'report.json');
  const damaged = damage(readFileSync(file, 'utf8'));
  writeFileSync(file, damaged);
  const stored = await store.load();
  expect(stored.latest).toBeNull();
  expect(stored.previous).toEqual(first);
  expect(stored.notices).toHaveLength(1);
  expect(stored.notices[0]).toContain(file);
  const aside = readdirSync(folder).find((name) => name.includes('.damaged-'));
  expect(readFileSync(path.join(folder, aside ?? ''), 'utf8')).toBe(damaged);
  await store.save(second);
  expect((await store.load()).latest).toEqual(second);
});

test('a process killed while storing leaves a whole report behind', async () => {
  const script = `
    import { createReportStore } from ${JSON.stringify(path.resolve('electron/engine/storage/report-store.ts'))};
    const store = createReportStore(${JSON.stringify(folder)});
    const base = ${JSON.stringify(report('2026-11-20T10:00:00.000Z'))};
    const findings = Array.from({ length: 300 }, (_, index) => ({
      id: 'load', subject: String(index), area: 'call', when: null, minutes: null, state: 'pass', required: true, title: 't'.repeat(500), why: null,
      evidence: { found: 'f', wanted: null, source: 's', at: base.startedAt }, remedies: [], durationMs: 1,
    }));
    for (let n = 0; ; n++) { await store.save({ ...base, durationMs: n, findings }); if (n === 1) process.stdout.write('ready'); }`;
  const source = path.join(folder, 'writer.ts');
  writeFileSync(source, script);
  const program = await buildProgram(source, folder);
  for (let round = 0; round < 5; round++) {
    const writer = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    const ended = new Promise((resolve) => writer.once('close', resolve));
    // A different moment of the next write in each round.
    for (let spin = 0; spin < round * 7; spin++) await new Promise((resolve) => setImmediate(resolve));
    writer.kill('SIGKILL');
    await ended;
    const stored = await createReportStore(folder).load();
    expect(stored.notices).toEqual([]);
    expect(stored.latest?.findings).toHaveLength(300);
  }
});
