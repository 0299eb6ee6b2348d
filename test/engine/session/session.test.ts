/** The running program's one state: what it shows while a run goes on, after it, and when something fails. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { createRunPlace, type RunPlace } from '../../../electron/engine/run/workspace.ts';
import { createSession } from '../../../electron/engine/session/session.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { likeFinding } from '../../renderer/samples.ts';

const portOf = (name: string) =>
  replayMachine(parseRecording(name, readFileSync(`test/machines/${name}.json`, 'utf8')), { strict: true });

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'greenroom-session-'));
const noSettings = { policy: noPolicy, notices: [] };

/** The running program on a recorded machine, with a folder of its own. */
const session = (folder = newFolder(), change: Partial<RunPlace> = {}) =>
  createSession({
    place: {
      ...createRunPlace({
        port: portOf('debian-12-server'),
        folder,
        appVersion: '1.0.0',
        policy: () => Promise.resolve(noSettings),
      }),
      ...change,
    },
  });
const stored = (folder: string) => createReportStore(folder).load();

test('findings come in one after another, and every snapshot says what is still open', async () => {
  const one = session();
  const seen: Snapshot[] = [];
  one.subscribe((snapshot) => seen.push(snapshot));
  await one.check(null);
  const open = seen.flatMap((snapshot) => (snapshot.running === null ? [] : [snapshot.running.pending.length]));
  expect(open[0]).toBe(seen[0]?.running?.total);
  expect(open.toSorted((a, b) => b - a)).toEqual(open);
  expect(seen.at(-1)?.running).toBeNull();
  expect(seen.at(-1)?.report?.findings.length).toBeGreaterThan(3);
});

test('two requests at once are one run', async () => {
  const folder = newFolder();
  const one = session(folder);
  await Promise.all([one.check(null), one.check(null), one.check(['os-patches'])]);
  expect(await stored(folder)).toMatchObject({ latest: { only: null }, previous: null });
});

test('checking one thing again keeps what is known of the others, and counts no change in them', async () => {
  const one = session();
  await one.check(null);
  const before = one.snapshot().report;
  await one.check(['os-patches']);
  const after = one.snapshot().report;
  expect(after?.findings.map((finding) => finding.id).toSorted()).toEqual(
    before?.findings.map((finding) => finding.id).toSorted(),
  );
  expect(after?.verdict).toBe(before?.verdict);
  expect(one.snapshot().changes).toEqual([]);
});

test('while a check is made again its former finding stays', async () => {
  const one = session();
  await one.check(null);
  const ids = new Set(one.snapshot().report?.findings.map((finding) => finding.id));
  one.subscribe((snapshot) => expect(new Set(snapshot.report?.findings.map((finding) => finding.id))).toEqual(ids));
  await one.check(null);
});

test('a camera that worked says nothing any more when cameras change', async () => {
  const one = session();
  const view = () => one.snapshot().report?.findings.find(({ id }) => id === 'camera-view')?.state;
  await one.check(null);
  await one.cameraOpened('works');
  expect(view()).toBe('pass');
  await one.cameraChanged();
  expect(view()).toBe('not-done');
  await one.cameraOpened('works');
  expect(view()).toBe('pass');
});

test('how the connection was when it was tried is judged at once, and in every run after it', async () => {
  const one = session();
  const tried = () => one.snapshot().report?.findings.find(({ id }) => id === 'meeting-connection');
  await one.check(null);
  expect(tried()?.state).toBe('not-applicable');
  const attempts = Array.from({ length: 10 }, () => ({ is: 'failed', why: 'silent' }) as const);
  await one.connectionTried({ host: 'zoom.us', proxy: null, attempts, routerMs: null });
  expect(tried()).toMatchObject({ state: 'caution', when: 'before-call' });
  await one.check(null);
  expect(tried()?.state).toBe('caution');
  await one.networkChanged();
  expect(tried()?.state).toBe('not-applicable');
});

test('what the window sees of devices is judged where the report does not know', async () => {
  // A virtual computer: what the one around it passes on is not told.
  const one = session();
  const state = () => one.snapshot().report?.findings.find(({ id }) => id === 'microphone-present')?.state;
  await one.check(null);
  expect(state()).toBe('unknown');
  await one.devicesSeen({ camera: false, microphone: true, loudspeaker: true });
  expect(one.snapshot().report?.findings.find(({ id }) => id === 'microphone-present')?.evidence.found).toContain(
    'window',
  );
});

test('another microphone than the system’s own is said once it was tried, and no more once that one was', async () => {
  const one = session(newFolder(), { port: portOf('macos-26-two-destinations') });
  const said = () => one.snapshot().report?.findings.find(({ id }) => id === 'microphone-present')?.title;
  await one.check(['microphone-present']);
  expect(said()).toBe('A microphone is connected');
  await one.microphoneTried({ label: 'Device 1', choice: 'MacBook Air Microphone' });
  expect(said()).toBe('You tried another microphone');
  await one.microphoneTried(null);
  expect(said()).toBe('A microphone is connected');
});

test('heat that the system tells the window is judged at once, and a speed that wavers is not', async () => {
  const one = session();
  const said = () => one.snapshot().report?.findings.find(({ id }) => id === 'throttling');
  await one.throttled({ heat: 'nominal', speedPercent: null });
  await one.check(null);
  expect(said()?.state).toBe('pass');
  await one.throttled({ heat: 'serious', speedPercent: null });
  expect(said()).toMatchObject({ state: 'caution', title: 'Your computer is too hot' });
  await one.throttled({ heat: 'fair', speedPercent: 60 });
  expect(said()).toMatchObject({ state: 'caution', title: 'Your computer is slowed down' });
  const before = one.snapshot().report;
  await one.throttled({ heat: 'fair', speedPercent: 64 });
  expect(one.snapshot().report).toBe(before);
  // In small steps it comes far as well.
  await one.throttled({ heat: 'fair', speedPercent: 70 });
  expect(said()?.state).toBe('pass');
});

test('a second screen is said as soon as it is there', async () => {
  const one = session(newFolder(), { port: portOf('ubuntu-24.04-ready') });
  const said = () => one.snapshot().report?.findings.find(({ id }) => id === 'focus-mode')?.evidence.found;
  await one.screensSeen(1);
  await one.check(null);
  expect(said()).not.toMatch(/screens:/);
  await one.screensSeen(2);
  expect(said()).toMatch(/You have 2 screens/);
});

test('what changed since the stored report is told', async () => {
  const folder = newFolder();
  await session(folder).check(null);
  await createReportStore(folder).changeLatest((latest) => ({
    ...latest,
    findings: latest.findings.map((finding) =>
      finding.id === 'os-patches' ? likeFinding(finding, { state: 'pass', why: null, remedies: [] }) : finding,
    ),
  }));
  const one = session(folder);
  await one.load();
  await one.check(null);
  expect(one.snapshot().changes).toEqual([
    expect.objectContaining({ key: 'os-patches', direction: 'worse', from: 'pass', to: 'fail' }),
  ]);
});

test('what the terminal stored meanwhile is what a run of one check is completed with', async () => {
  const folder = newFolder();
  const one = session(folder);
  await one.check(['load']);
  await session(folder).check(null);
  await one.check(['load']);
  expect(one.snapshot().report?.findings.some(({ id }) => id === 'os-patches')).toBe(true);
  expect((await stored(folder)).latest?.findings).toEqual(one.snapshot().report?.findings);
});

test('a newer catalogue is used from the next run on, and a damaged one is told', async () => {
  const folder = newFolder();
  const one = session(folder);
  await one.check(null);
  expect(one.snapshot().report?.catalogue.source).toBe('built in');
  writeFileSync(path.join(folder, 'catalogue.json'), '{');
  await one.check(null);
  expect(one.snapshot().notices.join()).toContain('The updated catalogue isn’t used');
});

describe('what Greenroom keeps of the person', () => {
  const started = async () => {
    const folder = newFolder();
    const one = session(folder);
    await one.check(null);
    const find = (id: string) => one.snapshot().report?.findings.find((finding) => finding.id === id);
    return { one, find, folder };
  };
  const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000).toISOString();

  test('a finding is set aside at once, on disk too, stays so in the next run and comes back when asked', async () => {
    const { one, find, folder } = await started();
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().report?.verdict).toBe('caution');
    expect(await one.waive('os-patches', { until: inTwoHours(), reason: '' })).toBeNull();
    expect(find('os-patches')).toMatchObject({ state: 'waived', waiver: { by: 'user', judged: 'fail' } });
    expect((await stored(folder)).latest?.findings.find((finding) => finding.id === 'os-patches')?.state).toBe(
      'waived',
    );
    await one.check(null);
    expect(find('os-patches')?.state).toBe('waived');
    await one.revokeWaiver('os-patches');
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().report?.verdict).toBe('caution');
  });

  test('it comes back by itself when its time is over', async () => {
    const { one, find } = await started();
    const back = new Promise<void>((resolve) => {
      one.subscribe(() => {
        if (waited && find('os-patches')?.state === 'fail') resolve();
      });
    });
    let waited = false;
    const until = new Date(Date.now() + 1500).toISOString();
    expect(await one.waive('os-patches', { until, reason: '' })).toBeNull();
    waited = true;
    await back;
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  });

  test('a finding that is not there is refused with a sentence', async () => {
    const { one } = await started();
    expect(await one.waive('nothing', { until: inTwoHours(), reason: '' })).toMatch(/\.$/);
  });

  test('a word counts at once, and each stored report is a line of history', async () => {
    const { one, find } = await started();
    expect(find('waiting-room')?.state).toBe('not-done');
    await one.attest('waiting-room', true);
    expect(find('waiting-room')?.state).toBe('pass');
    expect(
      one.snapshot().attestations.find((attestation) => attestation.checkId === 'waiting-room')?.confirmedAt,
    ).not.toBeNull();
    await one.attest('waiting-room', false);
    expect(find('waiting-room')?.state).toBe('not-done');
    await one.attest('os-patches', true);
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().history[0]?.checks).toBe(3);
  });
});
