/** The next meeting on the page: what a calendar that was just added holds, and a meeting whose link is withheld. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectText } from '../../../electron/core/invite/index.ts';
import { inspectCalendar } from '../../../electron/core/invite/inspect-calendar.ts';
import type { Agenda } from '../../../electron/core/meeting/meeting.ts';
import { MeetingStrip } from '../../../renderer/meeting/MeetingStrip.tsx';
import { meeting } from '../../core/meeting/samples.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { NOW, snapshot } from '../samples.ts';

afterEach(cleanup);

const HOST = 'calendar.google.com';
const ahead = (calendar: string, id: string) =>
  meeting({ id, calendar, startsAt: '2026-11-22T12:00:00.000Z', endsAt: '2026-11-22T12:30:00.000Z' });
const reading = (state: 'current' | 'unread') => ({ name: HOST, state, readAt: null, problem: null });
const show = (agenda: Agenda, added: string | null = HOST): void => {
  const shown = snapshot({ agenda });
  const { api } = fakeGreenroom(shown);
  render(<MeetingStrip snapshot={shown} now={Date.parse(NOW)} api={api} added={added} onAdded={() => {}} />);
};

describe('a calendar that was just added', () => {
  it.each([
    [[], 'Read. It holds no online meeting in the next 24 hours.'],
    [[ahead(HOST, 'a')], 'Found 1 meeting in the next 24 hours.'],
    [[ahead(HOST, 'a'), ahead(HOST, 'b'), ahead('work.ics', 'c')], 'Found 2 meetings in the next 24 hours.'],
  ])('says what it holds', (meetings, sentence) => {
    show({ meetings, calendars: [reading('current')] });
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('says nothing before it was read, or when it could not be', () => {
    show({ meetings: [], calendars: [] });
    expect(screen.queryByText(/in the next 24 hours/)).toBeNull();
    cleanup();
    show({ meetings: [], calendars: [reading('unread')] });
    expect(screen.queryByText(/in the next 24 hours/)).toBeNull();
  });
});

it('of two links in one invitation the other is told beside the one that is joined', () => {
  const inspection = inspectCalendar(
    [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'LOCATION:https://us02web.zoom.us/j/84100020003?pwd=a.1'],
      ...['DESCRIPTION:https://meet.google.com/abc-mnop-xyz', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n'),
  );
  show({ meetings: [{ ...ahead('work.ics', 'a'), inspection }], calendars: [] }, null);
  expect(screen.getByText('Official Zoom link')).toBeTruthy();
  expect(screen.getByText(/another meeting link in it, of Google Meet/)).toBeTruthy();
});

it('a meeting whose link its program keeps to itself is shown, and cannot be joined from here', () => {
  const inspection = { ...inspectText(''), service: 'teams', serviceName: 'Microsoft Teams' };
  show({ meetings: [{ ...ahead('Outlook', 'a'), inspection, joinable: false }], calendars: [] }, null);
  expect(screen.getByText(/Microsoft Teams: the link is in the invitation/)).toBeTruthy();
  expect(screen.getByText(/Open it from your calendar/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Join/ })).toBeNull();
});
