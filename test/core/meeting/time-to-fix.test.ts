/** Whether this computer is fit for one meeting, and whether there is time to make it so. */

import { describe, expect, test } from 'vitest';
import { inspectText } from '../../../electron/core/invite/index.ts';
import { fixTime, readinessInTime } from '../../../electron/core/meeting/time-to-fix.ts';
import { finding } from '../../renderer/samples.ts';
import { meeting } from './samples.ts';

const remedy = (minutes?: number) => ({
  id: 'x/y',
  label: 'Fix it',
  steps: [],
  ...(minutes === undefined ? {} : { minutes }),
});
const zoom = finding({
  id: 'meeting-apps',
  subject: 'zoom (dpkg)',
  state: 'pass',
  title: 'Zoom',
  found: '',
  source: '',
});
const slack = finding({
  id: 'meeting-apps',
  subject: 'slack (snap)',
  state: 'fail',
  title: 'Slack',
  found: '',
  source: '',
});
const failing = (name: string, minutes?: number) =>
  finding({
    id: 'installer-origin',
    subject: name,
    state: 'fail',
    title: name,
    found: '',
    source: '',
    remedies: [remedy(minutes)],
  });
/** Twenty minutes before a Zoom meeting. */
const fitted = (...findings: Parameters<typeof readinessInTime>[1]) =>
  readinessInTime(meeting({}), findings, '2026-11-27T08:40:00.000Z');

describe('the machine is judged for the client of this meeting', () => {
  test('another app that is out of date does not stand in the way', () => {
    expect(fitted(zoom, slack)).toMatchObject({ mayJoin: true, fixes: [], sentence: 'Ready for Zoom.' });
  });

  test('without a client nothing is ready', () => {
    expect(fitted(slack)).toMatchObject({
      mayJoin: false,
      sentence: 'Greenroom found nothing on this computer to join Zoom with.',
    });
  });

  test('a link that is not official is not joined, however ready the machine is', () => {
    const hostile = inspectText('https://us02web-zoom.us/j/84100020003');
    const found = readinessInTime(
      meeting({ inspection: hostile, joinable: false }),
      [zoom],
      '2026-11-27T08:40:00.000Z',
    );
    expect(found.mayJoin).toBe(false);
    expect(found.sentence).toMatch(/^Fake Zoom link\. Don’t join/);
  });
});

describe('time', () => {
  test('each fix is held against the minutes left, and all of them together', () => {
    const { fixes, sentence, minutesLeft } = fitted(zoom, failing('a', 5), failing('b', 30), failing('c'));
    expect(minutesLeft).toBe(20);
    expect(fixes.map(fixTime)).toEqual([
      'about 5 minutes',
      'about 30 minutes: not enough time before the meeting',
      'takes a while',
    ]);
    // The one without an estimate does not hide what is known.
    expect(sentence).toBe(
      'Not enough time for everything. Fix 3 things first, at least 35 minutes. You have 20 minutes. Begin with what fits.',
    );
  });

  test.each([
    [[5, 10], 'Fix 2 things first, about 15 minutes. You have 20 minutes.'],
    [
      [15, 10],
      'Not enough time for everything. Fix 2 things first, about 25 minutes. You have 20 minutes. Begin with what fits.',
    ],
    [[120], 'Not enough time for everything. Fix 1 thing first, about 2 hours. You have 20 minutes.'],
  ])('%j minutes', (minutes, sentence) => {
    expect(fitted(zoom, ...minutes.map((one, index) => failing(`c${index}`, one))).sentence).toBe(sentence);
  });

  test('once it has begun there is time for nothing', () => {
    const { fixes, sentence } = readinessInTime(meeting({}), [zoom, failing('a', 1)], '2026-11-27T09:05:00.000Z');
    expect(fixes.map((one) => one.inTime)).toEqual([false]);
    expect(sentence).toContain('It has begun');
  });
});
