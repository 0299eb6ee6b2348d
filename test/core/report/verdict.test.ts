/** The verdict: what keeps one from the call decides, then what is not known, then whether the computer is in order. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckId } from '../../../electron/core/checks/ids.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { MeetingAhead } from '../../../electron/core/meeting/meeting.ts';
import { areasOf, countsOf } from '../../../electron/core/report/counts.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { headlineOf, notRevealedLine, summaryOf } from '../../../electron/core/report/headline.ts';
import { sharedResult } from '../../../electron/core/report/shared-result.ts';
import { verdictOf } from '../../../electron/core/report/verdict.ts';
import { withWaivers } from '../../../electron/core/waivers/waivers.ts';
import { finding, likeFinding, report } from '../../renderer/samples.ts';
import { judged, laptop, NOW, policyFor } from '../checks/judged.ts';

const one = (id: CheckId, state: Finding['state'], more: object = {}): Finding =>
  likeFinding(finding({ id, state, title: id, found: 'x', source: 'y', required: false }), { state, ...more });
const before = { when: 'before-call' };
const required = { required: true };
const good = [one('os-supported', 'pass'), one('firewall', 'pass'), one('antivirus', 'pass')];
const aside = (judged: string) => ({ waiver: { by: 'user', reason: '', until: '2099-01-01T00:00:00.000Z', judged } });

describe('the verdict', () => {
  test.each<[string, string, readonly Finding[]]>([
    ['a failure before the call', 'not-ready', [one('power', 'fail', before), ...good]],
    ['a failure after the call', 'caution', [one('backup-drive', 'fail'), ...good]],
    ['the same, where policy requires it', 'not-ready', [one('backup-drive', 'fail', required), ...good]],
    ['a caution before the call', 'caution', [one('power', 'caution', before), ...good]],
    ['one unknown row', 'ready', [one('wifi', 'unknown'), ...good]],
    ['an answer that policy requires and nobody gave', 'undetermined', [one('wifi', 'unknown', required), ...good]],
    [
      'a question that policy requires and nobody answered',
      'undetermined',
      [one('waiting-room', 'not-done', required), ...good],
    ],
    [
      'something required that the system never reveals',
      'undetermined',
      [one('wifi', 'unknown', { ...required, cause: 'not-revealed' }), ...good],
    ],
    [
      'a required check of which one subject answered',
      'ready',
      [one('app-origin', 'pass', required), one('app-origin', 'unknown', { ...required, subject: 'b' }), ...good],
    ],
    ['nothing to join with', 'undetermined', [one('meeting-apps', 'unknown', { subject: 'nothing' }), ...good]],
    ['two of three checks that answered', 'ready', [...good.slice(0, 2), one('wifi', 'unknown')]],
    ['four of six', 'ready', [...good, one('load', 'pass'), one('wifi', 'unknown'), one('disk-space', 'unknown')]],
    [
      'five of eight',
      'undetermined',
      [
        ...good,
        ...(['load', 'power'] as const).map((id) => one(id, 'pass')),
        ...(['wifi', 'disk-space', 'screen-lock'] as const).map((id) => one(id, 'unknown')),
      ],
    ],
    [
      'thirty rows of one check without data, beside three that answered',
      'ready',
      [...good, ...Array.from({ length: 30 }, (_, n) => one('app-origin', 'unknown', { subject: `${n}` }))],
    ],
    [
      'an unknown that would decide, set aside',
      'caution',
      [one('wifi', 'waived', { ...required, ...aside('unknown') }), ...good],
    ],
    ['a fake link that fails beside everything in order', 'not-ready', [one('meeting-link', 'fail', before), ...good]],
    ['fewer than two of three', 'undetermined', [...good, one('wifi', 'unknown'), one('load', 'unknown')]],
    [
      'what is not done, does not apply or is never revealed',
      'ready',
      [
        ...good,
        ...(['camera-light', 'camera-text', 'waiting-room'] as const).map((id) => one(id, 'not-done')),
        one('load', 'not-applicable'),
        one('wifi', 'unknown', { cause: 'not-revealed' }),
      ],
    ],
    [
      'neither the network nor a device that gave an answer',
      'undetermined',
      [
        ...(['connection', 'microphone-present', 'loudspeaker-present'] as const).map((id) => one(id, 'unknown')),
        ...good,
        ...(['load', 'power', 'screen-lock', 'disk-space'] as const).map((id) => one(id, 'pass')),
      ],
    ],
    [
      'a network that gave no answer beside one device that did',
      'ready',
      [one('connection', 'unknown'), one('camera-present', 'unknown'), one('microphone-present', 'pass'), ...good],
    ],
    [
      'devices that gave no answer beside a network that did',
      'ready',
      [one('connection', 'pass'), one('microphone-present', 'unknown'), ...good],
    ],
    [
      'a network and devices that an old recording does not hold',
      'ready',
      [
        ...(['connection', 'microphone-present'] as const).map((id) => one(id, 'unknown', { cause: 'not-recorded' })),
        ...good,
      ],
    ],
    ['nothing at all', 'undetermined', []],
    ['nothing but what waits', 'undetermined', [one('camera-light', 'not-done')]],
    ['what would decide, set aside', 'caution', [one('power', 'waived', { ...before, ...aside('fail') }), ...good]],
    [
      'what would not decide, set aside',
      'ready',
      [one('backup-drive', 'waived', { when: 'after-call', ...aside('fail') }), ...good],
    ],
  ])('%s: %s', (_name, verdict, findings) => {
    expect(verdictOf(findings)).toBe(verdict);
  });
});

test('each check’s area is the folder that it stands in', () => {
  for (const { id, area } of checks) {
    const files = readdirSync(`electron/core/checks/${area}`, { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => file.endsWith('.ts')).map((file) => `electron/core/checks/${area}/${file}`);
    expect(
      texts.some((file) => readFileSync(file, 'utf8').includes(`'${id}'`)),
      id,
    ).toBe(true);
  }
});

describe('counts and words', () => {
  const findings = [
    one('power', 'fail', { ...before, minutes: 1 }),
    one('camera-permission', 'fail', { ...before, minutes: 2 }),
    one('backup-drive', 'fail', { minutes: 218 }),
    one('os-patches', 'fail', { minutes: null }),
    one('wifi', 'unknown', { cause: 'not-revealed' }),
    one('camera-light', 'not-done'),
    ...good,
  ];

  test('where neither the network nor the devices answered, that is why', () => {
    const silent = [
      ...(['connection', 'microphone-present'] as const).map((id) => one(id, 'unknown')),
      ...(['load', 'power'] as const).map((id) => one(id, 'pass')),
      ...good,
    ];
    expect(summaryOf({ verdict: verdictOf(silent), findings: silent })).toMatch(
      /^Neither the network nor camera, microphone and loudspeaker could be checked\. /,
    );
  });

  test('a caution before the call lets one join, and is to be fixed first', () => {
    const battery = [one('power', 'caution', before), ...good];
    expect(verdictOf(battery)).toBe('caution');
    expect(headlineOf({ verdict: 'caution', findings: battery })).toBe('You can join. Fix 1 thing first');
  });

  test('are the same everywhere; what is never revealed is in none of them', () => {
    expect(countsOf(findings)).toMatchObject({ fail: 4, unknown: 0, 'not-done': 1, pass: 3 });
    expect(areasOf(findings).find(({ id }) => id === 'call')).toMatchObject({ state: 'fail', first: 2 });
    expect(headlineOf({ verdict: 'not-ready', findings })).toBe('Not ready: fix 2 things first');
    expect(summaryOf({ verdict: 'not-ready', findings })).toBe(
      '2 to fix before the call, about 3 minutes. 2 to fix after the call, at least 3 hours. 1 not done yet.',
    );
    expect(notRevealedLine(findings, 'darwin')).toMatch(/^What macOS doesn’t show: /);
    expect(notRevealedLine(good, 'darwin')).toBeNull();
  });
});

describe('the next meeting’s link', () => {
  const ahead = (more: Partial<MeetingAhead>): MeetingAhead => ({
    startsAt: '2026-11-22T12:06:00.000Z',
    endsAt: '2026-11-22T13:00:00.000Z',
    title: 'Secret merger\u202e',
    link: 'suspicious',
    service: 'zoom',
    serviceName: 'Zoom',
    host: 'us02web-zoom.us',
    inBrowser: false,
    ...more,
  });
  const linkFinding = (meeting: MeetingAhead | null): Finding => {
    const check = checks.find(({ id }) => id === 'meeting-link');
    const [made] = check === undefined ? [] : judged(check, { nextMeeting: known(meeting, 'your calendars') });
    if (made === undefined) throw new Error('There is no finding.');
    return made;
  };

  test('that is fake makes everything red, and no one can set it aside', () => {
    const fake = linkFinding(ahead({}));
    expect(fake).toMatchObject({ state: 'fail', when: 'before-call' });
    const answered = { verdict: verdictOf([fake, ...good]), findings: [fake, ...good] };
    expect(answered.verdict).toBe('not-ready');
    expect(headlineOf(answered)).toBe('Don’t join: this Zoom link is fake');
    const byOrganisation = ['meeting-link until 2099-01-01: it is ours'];
    expect(withWaivers([fake], [], policyFor('waivers', { byOrganisation }), NOW)).toEqual([fake]);
  });

  test.each([
    [ahead({ link: 'genuine' }), 'pass'],
    [ahead({ link: 'unknown-server' }), 'unknown'],
    // Its program keeps the link to itself: nothing is known of it.
    [ahead({ link: 'not-a-meeting', host: null }), 'unknown'],
    [null, 'not-applicable'],
  ] as const)('otherwise it is told as it is', (meeting, state) => {
    expect(linkFinding(meeting).state).toBe(state);
  });

  test('that is genuine is told with the calendar that could not be read: an earlier meeting may be in it', () => {
    const { state, evidence } = linkFinding(ahead({ link: 'genuine', unread: ['team.ics'] }));
    expect([state, evidence.found]).toEqual([
      'pass',
      expect.stringMatching(/couldn’t read team\.ics, which may hold an earlier meeting\.$/),
    ]);
  });

  test('nothing of it is in what an organisation is told, not even in the verdict', () => {
    const ofIt = [one('meeting-connection', 'fail', before), one('browser-permission', 'caution', before)];
    const made = report([linkFinding(ahead({})), ...ofIt, ...good]);
    const sharing = { shareAppVersions: true, shareFindings: true, shareComputerName: true, shareUserName: true };
    const identity = { hostName: 'pc', userName: 'ada', home: '/home/ada' };
    const result = sharedResult({ report: made, checks, sharing, identity, appVersion: '1' });
    expect(made.verdict).toBe('not-ready');
    expect(result.verdict).toBe('ready');
    expect(JSON.stringify(result)).not.toMatch(/meeting-(?:link|connection)|browser-permission|Secret|us02web/);
  });
});

describe('what the camera view learned', () => {
  const at = '2026-11-22T11:59:00.000Z';
  const view = (
    id: CheckId,
    outcome: 'works' | 'none' | 'refused' | 'busy' | null,
    computer: Partial<typeof laptop> = {},
  ): Finding | undefined => {
    const check = checks.find((candidate) => candidate.id === id);
    const fact = known(outcome === null ? ('not-opened' as const) : { outcome, at }, 'the camera view');
    return check === undefined
      ? undefined
      : judged(check, {
          cameraView: fact,
          cameraLook: known('not-yet', 'the camera view'),
          computer: known({ ...laptop, ...computer }, 'test'),
        })[0];
  };

  test.each([
    [null, 'not-done', null],
    ['works', 'pass', null],
    ['none', 'caution', 'before-call'],
    ['refused', 'caution', 'before-call'],
    ['busy', 'caution', 'before-call'],
  ] as const)('%s: %s', (outcome, state, when) => {
    expect(view('camera-view', outcome)).toMatchObject({ state, when });
  });

  test('a virtual or remote computer without a camera was not passed one', () => {
    const remedies = (computer: Partial<typeof laptop>) =>
      view('camera-view', 'none', computer)?.remedies.map(({ id }) => id);
    expect(remedies({ virtualMachine: '' })).toEqual(['camera-view/join-here']);
    expect(remedies({ remoteSession: true })).toEqual(['camera-view/join-here']);
    expect(remedies({})).toEqual(['camera-view/none']);
  });

  test('without a camera there is nothing to look at, and nothing green', () => {
    expect(view('camera-light', null)?.state).toBe('not-done');
    expect(view('camera-light', 'none')?.state).toBe('not-applicable');
  });
});
