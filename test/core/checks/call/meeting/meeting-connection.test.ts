/** A trial of the connection counts for the meeting it was made for, while it is fresh; a bad one is to be fixed before the call. */
import { expect, test } from 'vitest';
import { meetingConnection } from '../../../../../electron/core/checks/call/meeting/meeting-connection.ts';
import type { Attempt, TriedConnection } from '../../../../../electron/core/connection/trial.ts';
import { known } from '../../../../../electron/core/facts/fact.ts';
import type { Connection } from '../../../../../electron/core/facts/index.ts';
import type { MeetingAhead } from '../../../../../electron/core/meeting/meeting.ts';
import { judged, NOW, policyFor } from '../../judged.ts';

const meeting: MeetingAhead = {
  startsAt: '2026-11-22T12:06:00.000Z',
  endsAt: '2026-11-22T13:00:00.000Z',
  title: 'Weekly',
  link: 'genuine',
  service: 'zoom',
  serviceName: 'Zoom',
  host: 'zoom.us',
  inBrowser: true,
};
const reached = (connectMs: number): Attempt => ({ is: 'reached', connectMs, secureMs: 20 });
const ten = (attempt: Attempt): readonly Attempt[] => Array.from({ length: 10 }, () => attempt);
const tried = (attempts: readonly Attempt[], minutesAgo = 1, host = 'zoom.us'): TriedConnection => ({
  trial: { host, proxy: null, attempts, routerMs: null },
  at: new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString(),
});
const line: Connection = { route: 'open', medium: 'cable', internet: null, proxy: null, metered: null, wifi: null };
const finding = (
  connectionTrial: TriedConnection,
  next: MeetingAhead | null = meeting,
  required = false,
  proxy: boolean | null = null,
) => {
  const facts = {
    connectionTrial: known(connectionTrial, 'a trial'),
    nextMeeting: known(next, 'calendars'),
    connection: known({ ...line, proxy }, 'test'),
  };
  const policy = policyFor('meeting-connection', required ? { importance: 'required' } : {});
  return judged(meetingConnection, facts, { policy })[0];
};

test.each<[string, TriedConnection, string, string | null]>([
  ['that answered at once', tried(ten(reached(20))), 'pass', null],
  ['that answered late', tried(ten(reached(200))), 'caution', 'before-call'],
  [
    'of which one attempt failed',
    tried([...ten(reached(20)).slice(1), { is: 'failed', why: 'silent' }]),
    'caution',
    'before-call',
  ],
  ['that nobody answered', tried(ten({ is: 'failed', why: 'refused' })), 'fail', 'before-call'],
  ['that is too old', tried(ten({ is: 'failed', why: 'refused' }), 16), 'not-done', null],
  ['of another service', tried(ten({ is: 'failed', why: 'refused' }), 1, 'meet.google.com'), 'not-done', null],
  ['that was never made', 'not-tried', 'not-done', null],
])('a trial %s', (_name, trial, state, when) => {
  expect(finding(trial)).toMatchObject({ state, when });
});

test('without a meeting nothing waits to be tried, and what was tried out of interest is no red', () => {
  expect(finding('not-tried', null)?.state).toBe('not-applicable');
  expect(finding(tried(ten({ is: 'failed', why: 'refused' })), null)?.state).toBe('caution');
  expect(finding(tried(ten({ is: 'failed', why: 'refused' })))?.state).toBe('fail');
});

test('only an official link says whom to ask', () => {
  expect(finding('not-tried', { ...meeting, link: 'suspicious', host: 'zoom-us.example' })?.state).toBe(
    'not-applicable',
  );
  expect(finding('not-tried')?.evidence.found).toContain('zoom.us');
});

test('what was found says which host, and how it failed', () => {
  expect(finding(tried(ten({ is: 'failed', why: 'refused' })))?.evidence.found).toContain(
    'zoom.us was reached, and refused the connection on port 443',
  );
});

test('where it is required, a slow way still lets one join', () => {
  expect(finding(tried(ten(reached(200))), meeting, true)?.state).toBe('caution');
});

test.each<[string, TriedConnection, boolean, string, RegExp]>([
  [
    'a computer with a proxy of its own',
    tried(ten({ is: 'failed', why: 'silent' })),
    true,
    'caution',
    /may open all the same/,
  ],
  ['a computer that has none', tried(ten({ is: 'failed', why: 'silent' })), false, 'fail', /Nothing came back/],
  [
    'a certificate of the organisation’s',
    tried(ten({ is: 'failed', why: 'unknown-issuer' })),
    false,
    'caution',
    /keeps nobody out/,
  ],
  ['somebody else’s certificate', tried(ten({ is: 'failed', why: 'false-certificate' })), false, 'fail', /of another/],
])('where nothing got through, %s decides', (_name, trial, proxy, state, found) => {
  const told = finding(trial, meeting, false, proxy);
  expect(told).toMatchObject({
    state,
    title: expect.stringMatching(state === 'fail' ? /can’t be/ : /may be out of reach/),
  });
  expect(told?.evidence.found).toMatch(found);
});

test('through a proxy that lets nothing through nobody joins by it either', () => {
  const { trial, at } = tried(ten({ is: 'failed', why: 'proxy' })) as Exclude<TriedConnection, 'not-tried'>;
  expect(finding({ trial: { ...trial, proxy: 'proxy.example:3128' }, at }, meeting, false, true)?.state).toBe('fail');
});
