/** Owns meetings for tests, whole but for what a test says. */
import { inspectText } from '../../../electron/core/invite/index.ts';
import type { NextMeeting } from '../../../electron/core/meeting/meeting.ts';

export const meeting = (rest: Partial<NextMeeting>): NextMeeting => ({
  id: 'one',
  title: 'Weekly sync',
  startsAt: '2026-11-27T09:00:00.000Z',
  endsAt: '2026-11-27T09:30:00.000Z',
  tentative: false,
  overlaps: 0,
  calendar: 'work.ics',
  inspection: inspectText('https://us02web.zoom.us/j/84100020003?pwd=a.1'),
  joinable: true,
  ...rest,
});

/** One whose link only poses as Zoom. */
export const fakeMeeting = (rest: Partial<NextMeeting> = {}): NextMeeting =>
  meeting({
    id: 'fake',
    title: 'Quarterly review',
    inspection: inspectText('https://us02web-zoom.us/j/84100020003?pwd=a.1'),
    joinable: false,
    ...rest,
  });
