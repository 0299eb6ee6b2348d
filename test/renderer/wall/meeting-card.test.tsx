/** The next meeting on the wall: what is known of it, one button, and what a calendar that was just added holds. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectText } from '../../../electron/core/invite/index.ts';
import { inspectCalendar } from '../../../electron/core/invite/inspect-calendar.ts';
import type { Agenda, NextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { AddCalendar } from '../../../renderer/settings/AddCalendar.tsx';
import { MeetingCard } from '../../../renderer/wall/MeetingCard.tsx';
import { fakeMeeting, meeting } from '../../core/meeting/samples.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { NOW, snapshot } from '../samples.ts';

afterEach(cleanup);

const HOST = 'calendar.google.com';
const times = { startsAt: '2026-11-22T12:00:00.000Z', endsAt: '2026-11-22T12:30:00.000Z' };
const ahead = (calendar: string, id: string, more: Partial<NextMeeting> = {}) =>
  meeting({ id, calendar, ...times, ...more });
const reading = (state: 'current' | 'unread') => ({ name: HOST, state, readAt: null, problem: null });
const card = (agenda: Agenda): void => {
  const shown = snapshot({ agenda });
  const { api } = fakeGreenroom(shown);
  render(<MeetingCard snapshot={shown} now={Date.parse(NOW)} joins api={api} onAddCalendar={() => {}} />);
};

describe('a calendar that was just added', () => {
  const add = async (agenda: Agenda): Promise<void> => {
    const shown = snapshot({ agenda });
    render(<AddCalendar snapshot={shown} api={fakeGreenroom(shown).api} />);
    fireEvent.change(screen.getByLabelText(/https address/), { target: { value: `https://${HOST}/a.ics` } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Add' })));
  };
  it.each([
    [[], 'Read. It holds no online meeting in the next 24 hours.'],
    [[ahead(HOST, 'a')], 'Found 1 meeting in the next 24 hours.'],
    [[ahead(HOST, 'a'), ahead(HOST, 'b'), ahead('work.ics', 'c')], 'Found 2 meetings in the next 24 hours.'],
  ])('says what it holds', async (meetings, sentence) => {
    await add({ meetings, calendars: [reading('current')] });
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('says nothing before it was read, or when it could not be', async () => {
    await add({ meetings: [], calendars: [] });
    expect(screen.queryByText(/in the next 24 hours/)).toBeNull();
    cleanup();
    await add({ meetings: [], calendars: [reading('unread')] });
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
  card({ meetings: [ahead('work.ics', 'a', { inspection })], calendars: [] });
  expect(screen.getByText('Official Zoom link')).toBeTruthy();
  expect(screen.getByText(/another meeting link in it, of Google Meet/)).toBeTruthy();
});

it('a meeting whose link its program keeps to itself is shown, and cannot be joined from here', () => {
  const inspection = { ...inspectText(''), service: 'teams', serviceName: 'Microsoft Teams' };
  card({ meetings: [ahead('Outlook', 'a', { inspection, joinable: false })], calendars: [] });
  expect(screen.getByText(/Microsoft Teams: the link is in the invitation/)).toBeTruthy();
  expect(screen.getByText(/Open it from your calendar/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Join/ })).toBeNull();
});

it('a fake link has no button to join, and says so', () => {
  card({ meetings: [fakeMeeting(times)], calendars: [] });
  expect(screen.getByText('Fake Zoom link. Join is off')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('without a calendar it says so, and offers one', () => {
  card({ meetings: [], calendars: [] });
  expect(screen.getByRole('button', { name: 'Add a calendar…' })).toBeTruthy();
});
