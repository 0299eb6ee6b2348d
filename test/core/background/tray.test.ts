/** What the tray shows and offers, for every state of the program. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  badgeOf,
  pictureName,
  type TraySituation,
  tooltip,
  trayIcon,
  trayWords,
} from '../../../electron/core/background/tray.ts';
import { type TrayEntry, type TrayMenuSituation, trayMenu } from '../../../electron/core/background/tray-menu.ts';
import { inspectText } from '../../../electron/core/invite/index.ts';
import type { NextMeeting } from '../../../electron/core/meeting/meeting.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { drawnFrom } from '../../../scripts/icons/tray-icons.ts';
import { finding, likeFinding, oldZoom, patches, report as reportOf } from '../../renderer/samples.ts';
import { fakeMeeting, meeting } from '../meeting/samples.ts';

const report = reportOf();
const started = Date.parse(report.startedAt);
const soon = started + 60_000;
const later = started + 3 * 3_600_000;
const good = finding({ id: 'os-supported', state: 'pass', title: 'Supported', found: 'x', source: 'y' });
const unclear = finding({ id: 'os-patches', state: 'unknown', title: 'Couldn’t check', found: 'x', source: 'y' });
const look = finding({ id: 'power', state: 'caution', title: 'The battery may not last', found: 'x', source: 'y' });

const of = (...findings: readonly Finding[]): Report => reportOf(findings);
const situation = (more: Partial<TrayMenuSituation> = {}, shown: Report | null = report): TrayMenuSituation => ({
  snapshot: { report: shown, running: null },
  now: soon,
  pausedUntil: null,
  meeting: null,
  genuine: null,
  fixes: [],
  remindsAfter: false,
  login: null,
  ...more,
});
const running = { startedAt: report.startedAt, pending: [], total: 9, only: null };
const icon = (situation: TraySituation) => Object.values(trayIcon(situation));

describe('the number on the program’s icon', () => {
  test.each([
    ['nothing is to fix', 0, situation({}, of(good))],
    ['something can wait', 0, situation({}, of(likeFinding(patches, { required: false, state: 'caution' }), good))],
    ['two things stand in the way', 2, situation({}, of(oldZoom, likeFinding(look, { when: 'before-call' }), good))],
    ['the answer is old', 0, situation({ now: later }, of(oldZoom))],
    ['checks are paused', 0, situation({ pausedUntil: '2026-11-22T11:00:00.000Z' }, of(oldZoom))],
    ['the link of the next meeting is a fake', 1, situation({ meeting: fakeMeeting() }, of(good))],
  ] as const)('%s', (_when, count, state) => expect(badgeOf(state)?.icon.count).toBe(count));

  test('stays as it was while a check goes on', () => {
    expect(badgeOf(situation({ snapshot: { report: of(oldZoom), running } }))).toBeNull();
  });
});

describe('the icon', () => {
  test.each([
    ['ready', 0, situation({}, of(good))],
    ['caution', 1, situation({}, of(look, good))],
    ['caution', 1, situation({}, of(look, likeFinding(oldZoom, { required: false, state: 'caution' })))],
    ['not-ready', 2, situation({}, of(oldZoom, patches, look))],
    ['undetermined', 0, situation({}, of(unclear, look))],
    ['checking', 0, situation({ snapshot: { report: of(oldZoom), running } })],
    ['paused', 0, situation({ pausedUntil: '2026-11-22T11:00:00.000Z' })],
    ['resting', 0, situation({}, null)],
  ] as const)('%s, counting %i', (shape, count, state) => {
    expect(icon(state)).toEqual([shape, count]);
  });

  test('an answer of long ago is none, be it good or bad', () => {
    expect(icon(situation({ now: later }, of(good)))).toEqual(['resting', 0]);
    expect(icon(situation({ now: later }, of(oldZoom)))).toEqual(['resting', 0]);
    expect(trayWords(situation({ now: later }, of(good))).headline).toBe('Check again before you join');
  });

  test('every state has its picture on each system, drawn from the present source', async () => {
    const shapes = ['ready', 'caution', 'not-ready', 'undetermined', 'checking', 'paused', 'resting'] as const;
    for (const name of shapes.flatMap((shape) => [0, 1, 9, 10].map((count) => pictureName({ shape, count })))) {
      for (const file of [`mac/${name}Template@2x.png`, `linux/${name}.png`, `win/${name}-dark.ico`]) {
        expect(existsSync(`build/tray/${file}`), file).toBe(true);
      }
    }
    const [source, stamp] = await Promise.all(
      ['build/tray.svg', 'build/tray/drawn-from.txt'].map((file) => readFile(file, 'utf8')),
    );
    expect(stamp, 'run "npx jiti scripts/icons/index.ts"').toBe(drawnFrom(source ?? ''));
  });
});

describe('the words', () => {
  test('are those of the window, and say when', () => {
    expect(tooltip(trayWords(situation({}, of(oldZoom, look))))).toMatch(
      /^Greenroom: Not ready: fix 1 thing first\n1 to fix before the call\. 1 to fix after the call\.\nChecked .+ at \d\d:\d\d\.$/,
    );
  });

  test('a paused program says so, beside what it last knew', () => {
    const said = tooltip(trayWords(situation({ pausedUntil: '2026-11-22T11:00:00.000Z' }, of(good))));
    expect(said).toMatch(/You can join/);
    expect(said).toMatch(/Paused until/);
  });

  test('whatever is found, no tooltip is cut by Windows', () => {
    const many = of(...Array.from({ length: 120 }, (_, n) => ({ ...unclear, subject: `${n}` })), oldZoom, look);
    expect(tooltip(trayWords(situation({ now: later }, many))).length).toBeLessThan(128);
  });
});

const flat = (entries: readonly TrayEntry[]): readonly Exclude<TrayEntry, { kind: 'separator' | 'submenu' }>[] =>
  entries.flatMap((entry) =>
    entry.kind === 'separator' ? [] : entry.kind === 'submenu' ? flat(entry.entries) : [entry],
  );
const menu = (state: TrayMenuSituation) => flat(trayMenu(state));
const ids = (state: TrayMenuSituation) => menu(state).map(({ id }) => id);
const entry = (state: TrayMenuSituation, id: string) => menu(state).find((one) => one.id === id);

describe('the menu', () => {
  test('offers everything without a calendar and without a start at login', () => {
    expect(ids(situation({}, of(good)))).toEqual([
      'headline',
      'summary',
      'when',
      'area:call',
      'area:apps',
      'area:system',
      'area:protection',
      'area:backup',
      'area:camera',
      'camera',
      'check',
      'pause:hour',
      'pause:day',
      'open',
      'settings',
      'quit',
    ]);
  });

  test('leads to each finding that wants attention, and to the window for the rest', () => {
    const many = [oldZoom, ...Array.from({ length: 9 }, (_, n) => ({ ...look, subject: `${n}` })), good];
    const state = situation({}, of(...many));
    expect(entry(state, 'finding:meeting-apps:zoom (dpkg)')).toMatchObject({
      label: 'To fix: Zoom is too old to join: 5.16.2 found, 5.17.5 needed',
      action: { kind: 'finding', checkId: 'meeting-apps' },
    });
    // What keeps one out stands in the menu itself, what can wait in a menu of its own.
    expect(ids(state).filter((id) => id.startsWith('finding:'))).toHaveLength(1 + 6);
    expect(entry(state, 'findings')).toMatchObject({ label: 'And 3 others…', action: { kind: 'open' } });
  });

  test('names what Greenroom could do about what stands in the way, once, and leads to where it says so exactly', () => {
    const fixes = [
      { checkId: 'meeting-apps', label: 'Update this app' },
      { checkId: 'power', label: 'Keep this computer awake' },
    ];
    const other = { ...oldZoom, subject: 'another' };
    const state = situation({ fixes }, of(oldZoom, other, look, good));
    expect(ids(state).filter((id) => id.startsWith('fix:'))).toEqual(['fix:meeting-apps:0']);
    expect(entry(state, 'fix:meeting-apps:0')).toMatchObject({
      label: 'Update this app…',
      action: { kind: 'finding', checkId: 'meeting-apps' },
    });
  });

  test('joins the next meeting, pauses until it, and shows what a stranger wrote without its tricks', () => {
    const next = meeting({
      title: `Pay\u202Enow\n${'x'.repeat(500)}`,
      startsAt: new Date(soon + 3_600_000).toISOString(),
      endsAt: new Date(soon + 7_200_000).toISOString(),
    });
    const state = situation({ meeting: next });
    expect(entry(state, 'meeting')?.label).toMatch(/^Next: Pay now x+…, .+ at \d\d:\d\d$/);
    expect(entry(state, 'join')).toMatchObject({ action: { kind: 'join', meetingId: next.id } });
    expect(ids(state)).toContain('pause:meeting');
  });

  test('“Join anyway” goes by what stands in the way of this meeting, not of another service', () => {
    const turnedAway = likeFinding(oldZoom, { app: { product: 'zoom', version: '5.16.2', joining: 'turned-away' } });
    const edge = likeFinding(good, { id: 'meeting-apps', subject: 'edge', app: { product: 'edge', version: '141' } });
    const startsAt = new Date(soon + 600_000).toISOString();
    const zoom = meeting({ startsAt });
    const teams = meeting({ startsAt, inspection: inspectText('https://teams.microsoft.com/meet/29858872339?p=abcd') });
    const label = (next: NextMeeting, ...found: readonly Finding[]) =>
      entry(situation({ meeting: next }, of(turnedAway, ...found)), 'join')?.label;
    expect([label(zoom), label(teams, edge)]).toEqual(['Join anyway', 'Join this meeting']);
  });

  test('a meeting without an official link is named and not joined; one that has begun is not waited for', () => {
    const begun = meeting({ joinable: false, startsAt: new Date(soon - 60_000).toISOString() });
    expect(entry(situation({ meeting: begun }), 'meeting')?.label).toMatch(/^Now: Weekly sync/);
    expect(ids(situation({ meeting: begun }))).not.toContain('join');
    expect(ids(situation({ meeting: begun }))).not.toContain('pause:meeting');
  });

  test('a fake link makes icon, words and menu red, whatever was found and whatever goes on', () => {
    const fake = fakeMeeting({ startsAt: new Date(soon + 360_000).toISOString() });
    const genuine = meeting({ id: 'two', startsAt: new Date(soon + 3_600_000).toISOString() });
    const state = situation({ meeting: fake, genuine }, of(good));
    for (const more of [{}, { pausedUntil: '2026-11-22T11:00:00.000Z' }, { snapshot: { report: of(good), running } }]) {
      expect(icon({ ...state, ...more })).toEqual(['not-ready', 0]);
      expect(trayWords({ ...state, ...more }).headline).toBe('Don’t join: this Zoom link is fake');
    }
    expect(entry(state, 'headline')?.label).toBe('Don’t join: this Zoom link is fake');
    expect(entry(state, 'what-to-do')).toMatchObject({ action: { kind: 'finding', checkId: 'meeting-link' } });
    expect(entry(state, 'check-link')).toMatchObject({ action: { kind: 'view', view: 'invitation' } });
    expect(ids(state)).not.toContain('join');
    expect(entry(state, 'join-genuine')).toMatchObject({ action: { kind: 'join', meetingId: 'two' } });
    expect(entry(state, 'join-genuine')?.label).toMatch(/^Join “Weekly sync”, .*\d\d:\d\d$/);
    expect(ids({ ...state, genuine: null })).not.toContain('join-genuine');
  });

  test('says that the next meeting is on an unknown server, and offers no way to join it', () => {
    const { inspection } = fakeMeeting();
    const strange = meeting({
      joinable: false,
      inspection: { ...inspection, verdict: 'unknown-server' },
      startsAt: new Date(soon + 360_000).toISOString(),
    });
    expect(entry(situation({ meeting: strange }), 'meeting')?.label).toMatch(/\(unknown server\)$/);
    expect(ids(situation({ meeting: strange }))).not.toContain('join');
  });

  test('opens the window at the camera and at the settings', () => {
    expect(entry(situation(), 'camera')).toMatchObject({ action: { kind: 'view', view: 'camera' } });
    expect(entry(situation(), 'settings')).toMatchObject({ action: { kind: 'view', view: 'settings' } });
  });

  test('while it checks it cannot be asked again; while it is paused it can be resumed and asked', () => {
    expect(entry(situation({ snapshot: { report, running } }), 'check')?.kind).toBe('words');
    const paused = situation({ pausedUntil: '2026-11-22T11:00:00.000Z' });
    expect(entry(paused, 'check')?.kind).toBe('choice');
    expect(entry(paused, 'resume')).toBeDefined();
  });

  test('start at login shows how it stands; what the organisation decides cannot be chosen', () => {
    expect(entry(situation({ login: { on: true, managed: false } }), 'login')).toMatchObject({
      checked: true,
      action: { kind: 'start-at-login', on: false },
    });
    expect(entry(situation({ login: { on: true, managed: true } }), 'login')).toMatchObject({
      kind: 'words',
      label: 'Start at login: on, set by your organisation',
    });
  });
});
