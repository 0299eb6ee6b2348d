/** What a person is told unasked, and what is never told twice. */
import { describe, expect, test } from 'vitest';
import { type InterruptionFacts, mayInterrupt } from '../../../electron/core/background/do-not-disturb.ts';
import { type NoticeSituation, nothingNotified, noticeAfter } from '../../../electron/core/background/notification.ts';
import { known, unknown } from '../../../electron/core/facts/fact.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { changesBetween } from '../../../electron/core/report/diff.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { drive, lastBackup, likeFinding, oldZoom, patches, report } from '../../renderer/samples.ts';
import { fakeMeeting, meeting } from '../meeting/samples.ts';

const now = Date.parse('2026-11-27T08:50:00.000Z');
const next = meeting({ startsAt: '2026-11-27T09:00:00.000Z' });
const pass = (finding: Finding): Finding => likeFinding(finding, { state: 'pass' });

const change = (before: readonly Finding[], present: readonly Finding[], more: Partial<NoticeSituation> = {}) => ({
  report: report(present),
  changes: changesBetween(report(before), report(present)),
  meeting: null,
  near: false,
  reminder: false,
  over: false,
  rules: { changes: 'to-fix', meetings: true } as const,
  now,
  ...more,
});
const zoomWorse = change([pass(oldZoom), drive], [oldZoom, drive]);

describe('a change for the worse', () => {
  test('is told in one notice that leads to it', () => {
    expect(noticeAfter(zoomWorse, nothingNotified).notice).toEqual({
      group: 'changes',
      title: oldZoom.title,
      body: oldZoom.why,
      actions: [{ kind: 'open', label: 'Show what to do', checkId: 'meeting-apps' }],
    });
  });

  test('several are told together', () => {
    const { notice } = noticeAfter(change([pass(oldZoom), pass(patches)], [oldZoom, patches]), nothingNotified);
    expect(notice?.title).toBe('2 things became worse');
    expect(notice?.body).toContain('Zoom is too old');
    expect(notice?.body).toContain('4 security updates');
  });

  test('is told once: not by the next run, not after it came and went the same day, but a day later', () => {
    const { told } = noticeAfter(zoomWorse, nothingNotified);
    expect(noticeAfter({ ...zoomWorse, changes: [] }, told).notice).toBeNull();
    expect(noticeAfter({ ...zoomWorse, now: now + 3_600_000 }, told).notice).toBeNull();
    expect(noticeAfter({ ...zoomWorse, now: now + 25 * 3_600_000 }, told).notice).not.toBeNull();
  });

  test('that could not be told is told later, if it still stands', () => {
    const { held } = noticeAfter(zoomWorse, nothingNotified);
    expect(noticeAfter({ ...zoomWorse, changes: [] }, held).notice?.title).toBe(oldZoom.title);
    expect(noticeAfter(change([oldZoom], [pass(oldZoom)]), held).notice).toBeNull();
  });

  test.each([
    ['none', 0],
    ['to-fix', 0],
    ['anything', 2],
  ] as const)('of what is only advised or could not be told counts by the rule: %s', (changes, expected) => {
    const present = [drive, lastBackup];
    const { notice } = noticeAfter(
      change(present.map(pass), present, { rules: { changes, meetings: true } }),
      nothingNotified,
    );
    expect(notice?.title ?? null).toBe(expected === 0 ? null : `${expected} things became worse`);
  });

  test('for the better is never told', () => {
    expect(noticeAfter(change([oldZoom], [pass(oldZoom)]), nothingNotified).notice).toBeNull();
  });
});

describe('a meeting', () => {
  const near = { meeting: next, near: true };

  test('that this computer is not ready for is told once, with what is wrong and what can be done', () => {
    const situation = change([oldZoom, drive], [oldZoom, drive], near);
    const { notice, told } = noticeAfter(situation, nothingNotified);
    expect(notice).toMatchObject({ group: 'meeting', body: 'Install the current Zoom.' });
    expect(notice?.title).toMatch(/^1 thing to fix before Weekly sync, /);
    expect(notice?.actions.map(({ kind }) => kind)).toEqual(['open', 'join', 'snooze']);
    expect(noticeAfter(situation, told).notice).toBeNull();
  });

  test('is told once more at its start only when the person asked for it', () => {
    const situation = change([oldZoom], [oldZoom], near);
    const { told } = noticeAfter(situation, nothingNotified);
    const later = { ...situation, near: false, now: Date.parse(next.startsAt) + 1000 };
    expect(noticeAfter(later, told).notice).toBeNull();
    expect(noticeAfter({ ...later, reminder: true }, told).notice?.actions.map(({ kind }) => kind)).toEqual([
      'open',
      'join',
    ]);
  });

  test('is judged for its own app: what another one lacks is no reason', () => {
    const teams = likeFinding(oldZoom, { subject: 'teams (dpkg)', app: { product: 'teams', version: '1.7' } });
    expect(noticeAfter(change([teams], [teams], near), nothingNotified).notice).toBeNull();
  });

  test.each([
    ['that is tentative', { meeting: { ...next, tentative: true } }],
    ['where policy silences it', { rules: { changes: 'to-fix', meetings: false } as const }],
    ['that is far off', { near: false }],
  ])('%s is not told', (_name, more) => {
    expect(noticeAfter(change([oldZoom], [oldZoom], { ...near, ...more }), nothingNotified).notice).toBeNull();
  });

  test('says what became worse as well, in the one notice', () => {
    const { notice, told } = noticeAfter(change([pass(oldZoom)], [oldZoom], near), nothingNotified);
    expect(notice?.group).toBe('meeting');
    expect(noticeAfter({ ...zoomWorse, changes: zoomWorse.changes }, told).notice).toBeNull();
  });
});

describe('a fake link in the next meeting', () => {
  const good = pass(oldZoom);
  const fake = fakeMeeting({ startsAt: next.startsAt, title: 'Review\u202e with Holt' });

  test('is told on a computer in good order, whatever was silenced, urgently and once', () => {
    const rules = { changes: 'none', meetings: false } as const;
    const situation = change([good], [good], { meeting: fake, near: true, rules });
    const { notice, told } = noticeAfter(situation, nothingNotified);
    expect(notice).toMatchObject({ group: 'meeting', urgent: true, title: 'Don’t join: this Zoom link is fake' });
    expect(notice?.body).toMatch(/^Review with Holt, .*\d\d:\d\d\. Ask the organiser for a new link\.$/);
    // Nothing here joins it.
    expect(notice?.actions).toEqual([{ kind: 'open', label: 'What to do', checkId: 'meeting-link' }]);
    expect(noticeAfter(situation, told).notice).toBeNull();
  });

  test('outranks what is to fix, and one that is only tentative is as dangerous', () => {
    const situation = change([good], [oldZoom], { meeting: { ...fake, tentative: true }, near: true });
    expect(noticeAfter(situation, nothingNotified).notice?.title).toMatch(/^Don’t join/);
  });

  test('a genuine one is not urgent: a call is not interrupted for it', () => {
    const { notice } = noticeAfter(change([oldZoom], [oldZoom], { meeting: next, near: true }), nothingNotified);
    expect(notice).not.toHaveProperty('urgent');
  });
});

describe('what waited until the call was over', () => {
  const waiting = likeFinding(drive, { state: 'fail', required: false, minutes: 40 });

  test('is told with how long it takes, and can wait until tomorrow', () => {
    const { notice } = noticeAfter(change([waiting], [waiting], { over: true }), nothingNotified);
    expect(notice).toMatchObject({
      group: 'after',
      title: 'Your call is over: 1 thing waited',
      body: `${drive.title}. About 40 minutes.`,
    });
    expect(notice?.actions.map(({ label }) => label)).toEqual(['Show them', 'Tomorrow']);
    const more = { ...waiting, subject: 'b', minutes: null };
    const two = noticeAfter(change([waiting], [waiting, more], { over: true }), nothingNotified).notice;
    expect(two?.title).toBe('Your call is over: 2 things waited');
    expect(two?.body).toBe(`${drive.title}, and 1 more. At least 40 minutes.`);
  });

  test('is not told where nothing waits any more, and without the wish', () => {
    expect(noticeAfter(change([pass(drive)], [pass(drive)], { over: true }), nothingNotified).notice).toBeNull();
    expect(noticeAfter(change([waiting], [waiting]), nothingNotified).notice).toBeNull();
  });
});

describe('a call', () => {
  const free = known({ users: [], complete: true }, 'test');
  const facts = (more: Partial<InterruptionFacts> = {}): InterruptionFacts => ({
    cameraUse: free,
    microphoneUse: free,
    focusMode: known({ on: false }, 'test'),
    ...more,
  });
  const none = { camera: [], microphone: [] };
  const used = (...users: (string | null)[]) => known({ users, complete: false }, 'test');
  const untold = unknown('unsupported', asMessage('The system does not tell.'));

  test.each([
    ['nothing is in use', facts(), true],
    ['a program uses the camera', facts({ cameraUse: used('zoom') }), false],
    ['a program without a name uses the camera', facts({ cameraUse: used(null) }), false],
    ['a program uses the microphone', facts({ microphoneUse: used('chrome') }), false],
    ['notifications are held back', facts({ focusMode: known({ on: true }, 'test') }), false],
    ['nothing is known of the microphone', facts({ microphoneUse: untold }), false],
    ['nothing is known of the camera, and nobody uses the microphone', facts({ cameraUse: untold }), true],
    ['nobody was seen, though not everybody could be', facts({ cameraUse: used(), microphoneUse: used() }), true],
    ['the system keeps its own silence to itself', facts({ focusMode: untold }), true],
  ])('when %s, a notice may come: %#', (_name, seen, expected) => {
    expect(mayInterrupt(seen, none)).toBe(expected);
  });

  test('a program that the organisation lets hold the camera is no call', () => {
    const camera = facts({ cameraUse: used('OBS.exe') });
    expect(mayInterrupt(camera, { ...none, camera: ['obs'] })).toBe(true);
    expect(mayInterrupt(facts({ microphoneUse: used('obs') }), { ...none, camera: ['obs'] })).toBe(false);
  });
});
