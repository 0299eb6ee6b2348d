/** `greenroom waive`, `confirm` and `words` as a person would use them, one after the other. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../electron/core/report/report.ts';
import { parseReport } from '../../electron/core/report/schema.ts';
import { daysBefore, localDay } from '../../electron/core/text/time.ts';
import { createReportStore } from '../../electron/engine/storage/report-store.ts';
import { drive, patches, report } from '../renderer/samples.ts';
import { greenroom, newFolder, recorded } from './run.ts';

const inAWeek = daysBefore(localDay(new Date()), -7);
let folder: string;
beforeEach(() => {
  folder = path.join(newFolder(), 'state');
  process.env.GREENROOM_STATE = folder;
});
const store = (made: Report): Promise<unknown> => createReportStore(folder).save(made);
const stored = async (): Promise<Report | null> => (await createReportStore(folder).load()).latest;
const stateOf = async (id: string): Promise<string | undefined> =>
  (await stored())?.findings.find((finding) => finding.id === id)?.state;

describe('waive', () => {
  test('sets aside what the last report found, lists it and brings it back', async () => {
    await store(report([patches, drive]));
    const set = await greenroom(['waive', patches.id, '--until', inAWeek, '--reason', 'The rollout is on Monday']);
    expect(set).toMatchObject({ code: 0, stderr: '' });
    expect(set.stdout).toContain(patches.title);
    expect(await stateOf(patches.id)).toBe('waived');
    expect(await stateOf(drive.id)).toBe(drive.state);

    const { waivers } = JSON.parse((await greenroom(['waive', '--list', '--json'])).stdout);
    expect(waivers).toMatchObject([
      { key: patches.id, by: 'user', judged: 'fail', reason: 'The rollout is on Monday' },
    ]);
    expect((await greenroom(['waive', '--list'])).stdout).toContain('The rollout is on Monday');

    expect((await greenroom(['waive', patches.id, '--end'])).code).toBe(0);
    expect(await stateOf(patches.id)).toBe('fail');
    expect((await greenroom(['waive', '--list'])).stdout).toBe('Nothing is snoozed.\n');
  });

  test('counts in the next check, in text, in JSON and in the exit code', async () => {
    const port = recorded('debian-12-server');
    const id = 'backup-drive';
    await greenroom(['check', '--json'], { port });
    expect(await stateOf(id)).toBe('fail');
    await greenroom(['waive', id, '--until', inAWeek, '--reason', 'Monday'], { port });
    const after = await greenroom(['check', '--json', '--only', id], { port });
    const made = parseReport('stdout', after.stdout);
    expect(made.findings[0]).toMatchObject({ state: 'waived', waiver: { judged: 'fail', reason: 'Monday' } });
    expect(after.code).toBe({ ready: 0, caution: 10, 'not-ready': 20, undetermined: 30 }[made.verdict]);
    expect(made.verdict).not.toBe('not-ready');
    const { stdout } = await greenroom(['check', '--details', '--only', id], { port });
    expect(stdout).toContain('1 snoozed');
    expect(stdout).toContain('Monday');
  });

  test.each([
    [['os-patches', '--until', '2020-01-01', '--reason', 'x']],
    [['os-patches', '--until', '31.12.2026', '--reason', 'x']],
    [['os-patches', '--until', '2026-02-31', '--reason', 'x']],
    [['os-patches', '--until', inAWeek]],
    [['os-patches']],
    [['no-such-check', '--until', inAWeek, '--reason', 'x']],
    [['firewall', '--until', inAWeek, '--reason', 'x']],
    [['os-patches', '--end']],
    [[]],
  ])('%j is wrong usage and changes nothing', async (words) => {
    await store(report([patches]));
    const { code, stderr } = await greenroom(['waive', ...words]);
    expect(code).toBe(64);
    expect(stderr).toMatch(/^greenroom: /);
    expect(existsSync(path.join(folder, 'waivers.json'))).toBe(false);
  });

  test('says so when nothing was checked yet', async () => {
    expect((await greenroom(['waive', 'os-patches', '--until', inAWeek, '--reason', 'x'])).stderr).toContain('check');
  });

  test('a damaged file is set aside with a sentence, and what it held is back', async () => {
    await store(report([patches]));
    writeFileSync(path.join(folder, 'waivers.json'), '{"schema":"greenroom.waivers/1","waivers":[{}]}');
    expect((await greenroom(['waive', '--list'])).stderr).toContain('was moved to');
    expect(readdirSync(folder).some((name) => name.startsWith('waivers.json.damaged-'))).toBe(true);
  });
});

describe('confirm', () => {
  test('a word counts in the next check, and no more once it is taken back', async () => {
    const state = async () => {
      const { stdout, code } = await greenroom(['check', '--json', '--only', 'waiting-room']);
      return [parseReport('stdout', stdout).findings[0]?.state, code];
    };
    expect(await state()).toEqual(['not-done', 30]);
    expect((await greenroom(['confirm', 'waiting-room'])).code).toBe(0);
    expect((await greenroom(['confirm'])).stdout).toContain('Confirmed on');
    expect(await state()).toEqual(['pass', 0]);
    await greenroom(['confirm', 'waiting-room', '--take-back']);
    expect(await state()).toEqual(['not-done', 30]);
  });

  test('nothing but what only a person can tell', async () => {
    expect((await greenroom(['confirm', 'firewall'])).code).toBe(64);
    expect(existsSync(path.join(folder, 'attestations.json'))).toBe(false);
  });

  test('is about this computer and no recorded one', async () => {
    await greenroom(['confirm', 'waiting-room']);
    const machine = path.resolve('test/machines/ubuntu-24.04-ready.json');
    const { stdout } = await greenroom(['check', '--json', '--only', 'waiting-room', '--machine', machine]);
    expect(parseReport('stdout', stdout).findings[0]?.state).toBe('not-done');
  });
});

describe('words', () => {
  test('the words alone go to the output, their strength beside it, and nothing is stored', async () => {
    const { code, stdout, stderr } = await greenroom(['words', '--count', '5']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[a-z]+(?: [a-z]+){4}\n$/);
    expect(stderr).toContain('55 bits');
    expect((await greenroom(['words'])).stdout.split(' ')).toHaveLength(3);
    expect(existsSync(folder)).toBe(false);
  });

  test.each(['2', '9', '3.5', 'x'])('--count %s is wrong usage', async (count) => {
    expect((await greenroom(['words', '--count', count])).code).toBe(64);
  });
});
