/** The running program's one state: what it shows while a run goes on, after it, and when something fails. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { Report } from '../../../electron/core/report/build.ts';
import { createSession, type SessionOptions } from '../../../electron/engine/session/session.ts';
import { createProfileStore } from '../../../electron/engine/storage/profile.ts';
import { createReportStore } from '../../../electron/engine/storage/report-store.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

const portOf = (name: string) =>
  replayMachine(parseRecording(name, readFileSync(`test/machines/${name}.json`, 'utf8')), { strict: true });

const memory = (start: Report | null = null) => {
  const saved: Report[] = start === null ? [] : [start];
  return {
    saved,
    store: {
      load: () => Promise.resolve({ latest: saved.at(-1) ?? null, previous: saved.at(-2) ?? null, notices: [] }),
      save: (report: Report) => {
        saved.push(report);
        return Promise.resolve([]);
      },
      replaceLatest: (report: Report) => {
        saved[saved.length - 1] = report;
        return Promise.resolve();
      },
    },
  };
};

const session = (options: Partial<SessionOptions> = {}) =>
  createSession({ port: portOf('debian-12-server'), store: memory().store, appVersion: '1.0.0', ...options });

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
  const { store, saved } = memory();
  const one = session({ store });
  await Promise.all([one.check(null), one.check(null), one.check(['os-patches'])]);
  expect(saved).toHaveLength(1);
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

test('what changed since the stored report is told', async () => {
  const first = memory();
  await session({ store: first.store }).check(null);
  const [stored] = first.saved;
  const better = stored && {
    ...stored,
    findings: stored.findings.map((finding) =>
      finding.id === 'os-patches' ? { ...finding, state: 'pass' as const } : finding,
    ),
  };
  const one = session({ store: memory(better ?? null).store });
  await one.load();
  await one.check(null);
  expect(one.snapshot().changes).toEqual([
    expect.objectContaining({ key: 'os-patches', direction: 'worse', from: 'pass', to: 'fail' }),
  ]);
});

test('a report that cannot be stored is shown all the same, with a sentence', async () => {
  const store = { ...memory().store, save: () => Promise.reject(new Error('disk full')) };
  const one = session({ store });
  await one.check(null);
  expect(one.snapshot().report).not.toBeNull();
  expect(one.snapshot().notices.join()).toContain('disk full');
});

test('a newer catalogue is used from the next run on, and a damaged one is told', async () => {
  let inUse = { catalogue: { ...builtInCatalogue, asOf: '2026-12-01' }, source: 'file', notices: [] as string[] };
  const one = session({ catalogue: () => Promise.resolve(inUse) });
  await one.check(null);
  expect(one.snapshot().report?.catalogue).toEqual({ asOf: '2026-12-01', source: 'file' });
  inUse = { catalogue: builtInCatalogue, source: 'built in', notices: ['The updated catalogue is not used.'] };
  await one.check(null);
  expect(one.snapshot().notices).toContain('The updated catalogue is not used.');
});

describe('what Greenroom keeps of the person', () => {
  const started = async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-session-'));
    const one = session({ store: createReportStore(folder), profile: createProfileStore(folder) });
    await one.check(null);
    const find = (id: string) => one.snapshot().report?.findings.find((finding) => finding.id === id);
    return { one, find, folder };
  };
  const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000).toISOString();

  test('a finding is set aside at once, on disk too, stays so in the next run and comes back when asked', async () => {
    const { one, find, folder } = await started();
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().report?.verdict).toBe('not-ready');
    expect(await one.waive('os-patches', { until: inTwoHours(), reason: '' })).toBeNull();
    expect(find('os-patches')).toMatchObject({ state: 'waived', waiver: { by: 'user', judged: 'fail' } });
    const stored = (await createReportStore(folder).load()).latest;
    expect(stored?.findings.find((finding) => finding.id === 'os-patches')?.state).toBe('waived');
    await one.check(null);
    expect(find('os-patches')?.state).toBe('waived');
    await one.revokeWaiver('os-patches');
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().report?.verdict).toBe('not-ready');
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
    expect(find('waiting-room')?.state).toBe('not-applicable');
    await one.attest('waiting-room', true);
    expect(find('waiting-room')?.state).toBe('pass');
    expect(
      one.snapshot().attestations.find((attestation) => attestation.checkId === 'waiting-room')?.confirmedAt,
    ).not.toBeNull();
    await one.attest('waiting-room', false);
    expect(find('waiting-room')?.state).toBe('not-applicable');
    await one.attest('os-patches', true);
    expect(find('os-patches')?.state).toBe('fail');
    expect(one.snapshot().history[0]?.checks).toBe(3);
  });
});
