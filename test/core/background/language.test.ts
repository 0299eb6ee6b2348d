/** Tray and notices in the pseudo-language: what is no value and no message shows as plain English. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothingNotified, noticeAfter } from '../../../electron/core/background/notification.ts';
import { tooltip, trayWords } from '../../../electron/core/background/tray.ts';
import { type TrayEntry, type TrayMenuSituation, trayMenu } from '../../../electron/core/background/tray-menu.ts';
import { setLanguage } from '../../../electron/core/messages/localise.ts';
import { accented, plainWords } from '../../../electron/core/messages/pseudo.ts';
import { changesBetween } from '../../../electron/core/report/diff.ts';
import { drive, likeFinding, oldZoom, patches, report } from '../../renderer/samples.ts';
import { fakeMeeting, meeting } from '../meeting/samples.ts';

beforeEach(() => setLanguage('pseudo'));
afterEach(() => setLanguage('en'));

const now = Date.parse('2026-11-27T08:50:00.000Z');
const next = meeting({ startsAt: '2026-11-27T09:00:00.000Z' });
/** As `localisedReport` gives it: titles, reasons and remedies are strange already. */
const strange = [oldZoom, drive, patches].map((finding) =>
  likeFinding(finding, {
    title: accented(finding.title),
    why: accented(finding.why ?? ''),
    remedies: finding.remedies.map((remedy) => ({ ...remedy, label: accented(remedy.label) })),
  } as Partial<typeof finding>),
);
const found = report(strange);

const textsOf = (entries: readonly TrayEntry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'separator' ? [] : [entry.label, ...(entry.kind === 'submenu' ? textsOf(entry.entries) : [])],
  );

const situation: TrayMenuSituation = {
  snapshot: { report: found, running: null },
  now,
  pausedUntil: null,
  meeting: next,
  genuine: null,
  fixes: [],
  remindsAfter: false,
  login: { on: false, managed: false },
};

test.each<readonly [string, Partial<TrayMenuSituation>]>([
  ['with things to fix and a meeting', {}],
  ['before a meeting without a title', { meeting: meeting({ startsAt: next.startsAt, title: '' }) }],
  ['before any check', { snapshot: { report: null, running: null }, meeting: null, login: null }],
  ['paused', { pausedUntil: '2026-11-27T12:00:00.000Z', login: { on: true, managed: true } }],
  ['with an old answer', { now: now + 24 * 3_600_000 }],
  ['with a fake link', { meeting: fakeMeeting({ startsAt: next.startsAt }), genuine: next }],
])('the tray %s', (_name, more) => {
  const shown = { ...situation, ...more };
  const texts = [...textsOf(trayMenu(shown)), tooltip(trayWords(shown)).replace('Greenroom', '')];
  expect(texts.filter((text) => plainWords(text).length > 0)).toEqual([]);
  expect(texts.length).toBeGreaterThan(6);
});

test.each([
  ['a change', { meeting: null, near: false, over: false }],
  ['a meeting', { meeting: next, near: true, over: false }],
  ['a fake link', { meeting: fakeMeeting({ startsAt: next.startsAt }), near: true, over: false }],
  [
    'a fake link without a title',
    { meeting: fakeMeeting({ startsAt: next.startsAt, title: '' }), near: true, over: false },
  ],
  ['the end of a call', { meeting: null, near: false, over: true }],
])('a notice of %s', (_name, more) => {
  const { notice } = noticeAfter(
    {
      report: found,
      changes: changesBetween(report(strange.map((one) => likeFinding(one, { state: 'pass' }))), found),
      reminder: false,
      rules: { changes: 'problems' as never, meetings: true },
      now,
      ...more,
    },
    nothingNotified,
  );
  const texts = [notice?.title ?? 'none', notice?.body ?? 'none', ...(notice?.actions ?? []).map(({ label }) => label)];
  expect(texts.filter((text) => plainWords(text).length > 0)).toEqual([]);
});
