/** One computer has one verdict: every verb and the window judge by the same policy, settings, waivers and words. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findingKey } from '../../electron/core/report/finding.ts';
import type { Report } from '../../electron/core/report/report.ts';
import { createRunPlace } from '../../electron/engine/run/workspace.ts';
import { createSession } from '../../electron/engine/session/session.ts';
import type { MachinePort, OwnedFile, Result } from '../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../electron/platform/machine/replay.ts';
import { newFolder, greenroom as run } from './run.ts';

const policy = `schema: greenroom.policy/1
checks:
  auto-updates:
    importance: required
`;
const owned = (file: string): OwnedFile => ({
  text: policy,
  steps: ['/', '/etc', '/etc/greenroom', file].map((step) => ({
    path: step,
    kind: step === file ? ('file' as const) : ('folder' as const),
    uid: 0,
    mode: 0o755,
  })),
});

/** A recorded server with a policy of its organisation: the same one for everybody who looks. */
const recorded = (): MachinePort => {
  const name = 'test/machines/debian-12-server.json';
  const replay = replayMachine(parseRecording(name, readFileSync(name, 'utf8')), { strict: false });
  return {
    host: replay.host,
    read: async (operation, ...rest) =>
      operation.op === 'readOwned' && operation.path === '/etc/greenroom/policy.yaml'
        ? (owned(operation.path) as Result<typeof operation>)
        : replay.read(operation, ...rest),
  };
};
const port = recorded();
const greenroom = (words: readonly string[]) => run(words, { port });

let folder = '';
const file = (name: string): string => path.join(folder, name);
const stored = (): Report => JSON.parse(readFileSync(file('report.json'), 'utf8'));
const judged = ({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>) => ({
  verdict,
  findings: findings.map((finding) => `${findingKey(finding)} ${finding.state} ${finding.required}`).toSorted(),
});
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const inOneHour = (): string => {
  const at = new Date(Date.now() + 3_600_000);
  const day = `${at.getUTCFullYear()}${twoDigits(at.getUTCMonth() + 1)}${twoDigits(at.getUTCDate())}`;
  return `${day}T${twoDigits(at.getUTCHours())}${twoDigits(at.getUTCMinutes())}00Z`;
};
const link = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';

beforeAll(async () => {
  folder = newFolder();
  vi.stubEnv('GREENROOM_STATE', folder);
  writeFileSync(
    file('calendar.ics'),
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Choir\r\nDTSTART:${inOneHour()}\r\nLOCATION:${link}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
  const values = { load: { importance: 'off' }, calendar: { files: [file('calendar.ics')] } };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file('settings.json'), JSON.stringify({ schema: 'greenroom.settings/1', values }));
  await greenroom(['check']);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect((await greenroom(['waive', 'backup-drive', '--until', tomorrow, '--reason', 'in repair'])).code).toBe(0);
  expect((await greenroom(['confirm', 'waiting-room'])).code).toBe(0);
});
afterAll(() => vi.unstubAllEnvs());

const check = async (): Promise<Report> => JSON.parse((await greenroom(['check', '--json'])).stdout);

test('the waiver, the word, the setting and the enforced policy all count', async () => {
  const { findings, verdict } = judged(await check());
  expect(verdict).toBe('not-ready');
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^backup-drive waived/),
      expect.stringMatching(/^waiting-room pass/),
      expect.stringMatching(/^auto-updates fail true/),
    ]),
  );
  expect(findings.join()).not.toContain('load ');
});

test.each([['next'], ['join', link], ['doctor']])('%s judges this computer as check does', async (...words) => {
  const expected = judged(await check());
  const before = stored().startedAt;
  const { code, stdout } = await greenroom(words);
  // It is the last report from now on, for everybody.
  expect(stored().startedAt > before).toBe(true);
  expect(judged(stored())).toEqual(expected);
  if (words[0] === 'join') expect(stdout).toContain('Not opened');
  if (words[0] !== 'doctor') {
    expect(code).toBe(20);
    expect(stdout).not.toContain('✗ No backup is set up');
  }
});

test('so does the window, and with it the tray', async () => {
  const expected = judged(await check());
  const window = createSession({ place: createRunPlace({ port, folder, appVersion: '1.0.0' }) });
  await window.load();
  await window.check(null);
  const { report } = window.snapshot();
  expect(report === null ? null : judged(report)).toEqual(expected);
});

test('the window goes on from what the terminal set aside while it was open', async () => {
  const window = createSession({ place: createRunPlace({ port, folder, appVersion: '1.0.0' }) });
  await window.load();
  await greenroom(['waive', 'backup-drive', '--end']);
  await window.check(['os-supported']);
  const state = (report: Report | null) => report?.findings.find(({ id }) => id === 'backup-drive')?.state;
  expect([state(window.snapshot().report), state(stored())]).toEqual(['fail', 'fail']);
});
