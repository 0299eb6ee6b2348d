/** A folder that version 0.1.0 wrote opens with nothing lost, and goes on from there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { loadCached } from '../../../electron/engine/calendars/calendar-cache.ts';
import { createRunPlace, openWorkspace } from '../../../electron/engine/run/workspace.ts';
import { createAttentionStore } from '../../../electron/engine/storage/attention-store.ts';
import { storeAttestation } from '../../../electron/engine/storage/attestation-store.ts';
import { loadHistory } from '../../../electron/engine/storage/history-store.ts';
import { createBackupMemoryStore } from '../../../electron/engine/storage/known-drives-store.ts';
import { createLog } from '../../../electron/engine/storage/log.ts';
import { loadSettings, storeSetting } from '../../../electron/engine/storage/settings-store.ts';
import { changeWaivers } from '../../../electron/engine/storage/waiver-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-old-'));
  cpSync('test/engine/storage/state-of-0.1.0', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = () =>
  createRunPlace({
    port: localMachine(),
    folder,
    appVersion: '1.0.0',
    policy: async () => ({ policy: noPolicy, notices: [] }),
  });
const CALENDAR = 'calendars/ede336c041313468935bd27f3acbdde74c29483b0fe1aeafc8f6f1a44d6341ec.json';

test('each kind of file is read', async () => {
  const before = readdirSync(folder, { recursive: true }).length;
  const { profile, reports, notices } = await openWorkspace(place());
  expect(notices).toEqual([]);
  expect(reports.latest).toMatchObject({ upgraded: true, startedAt: '2026-11-30T03:49:19.383Z' });
  expect(reports.latest?.findings).toHaveLength(38);
  expect(reports.latest?.findings.find(({ id }) => id === 'os-patches')).toMatchObject({
    waiver: { reason: 'updated on Friday' },
  });
  expect(reports.previous).toMatchObject({ startedAt: '2026-11-30T03:49:17.614Z' });
  expect(profile.waivers).toMatchObject([{ key: 'os-patches', until: '2026-12-04T23:59:59.999Z' }]);
  expect(Object.keys(profile.attestations.confirmed)).toEqual(['two-step-sign-in', 'waiting-room']);
  expect(profile.facts.backupMemory?.fact).toMatchObject({
    value: { drives: [{ id: '4A1C-99E0', label: 'Blue disk', registeredAt: '2026-11-30T03:49:19.708Z' }] },
  });
  expect((await loadHistory(folder)).value).toHaveLength(2);
  expect(await loadSettings(folder)).toEqual({
    value: { checking: { deadlineSeconds: 20 }, load: { importance: 'off' } },
    notices: [],
  });
  expect(await createAttentionStore(folder).load()).toMatchObject({
    value: {
      told: { findings: { 'os-patches': { state: 'fail' } }, held: ['load'] },
      pausedUntil: '2026-11-30T12:00:00.000Z',
      remindOf: 'm2',
      knowsTray: true,
    },
    notices: [],
  });
  expect((await loadCached(path.join(folder, CALENDAR)))?.text).toContain('SUMMARY:Choir');
  expect((await createLog(folder, localMachine().host).read()).trimEnd().split('\n')).toHaveLength(2);
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
});

test('what is added leaves what was there', async () => {
  const { reports } = await openWorkspace(place());
  if (reports.latest === null) throw new Error('no report');
  await Promise.all([
    storeSetting(folder, 'checking', 'later', 1),
    storeAttestation(folder, 'private-links', '2026-12-01T08:00:00.000Z'),
    changeWaivers(folder, { ended: ['nothing'] }, new Date('2026-12-01T08:00:00Z')),
    createBackupMemoryStore(folder).change((memory) => ({ drives: [...memory.drives] })),
    createAttentionStore(folder).change((attention) => ({ ...attention, knowsNoTray: true })),
    place().reports.save(reports.latest),
  ]);
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  for (const [name, was] of [
    ['settings.json', 'deadlineSeconds'],
    ['settings.json', 'later'],
    ['attestations.json', 'two-step-sign-in'],
    ['waivers.json', 'updated on Friday'],
    ['backup-drives.json', 'Blue disk'],
    ['attention.json', '2026-11-30T12:00:00.000Z'],
    ['attention.json', 'os-patches'],
  ] as const)
    expect(text(name)).toContain(was);
  expect((await loadHistory(folder)).value).toHaveLength(3);
});
