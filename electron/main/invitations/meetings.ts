/** Owns what the page may ask about the meetings of the calendars: to open one by its id, and to add a calendar by a dialog. */

import { BrowserWindow, dialog } from 'electron';
import type { CalendarAdded, CalendarKind, Opened } from '../../core/ipc/contract.ts';
import type { JoinWay } from '../../core/ipc/invitation-messages.ts';
import { says } from '../../core/messages/says.ts';
import { valuesOf } from '../../core/policy/policy.ts';
import { calendarSettings } from '../../core/settings/calendar.ts';
import type { Session } from '../../engine/session/session.ts';
import { openIf } from '../open-external.ts';
import { mayOpenMeeting } from './invitations.ts';

type Meetings = Pick<Session, 'snapshot'>;

/** The meeting's own link, if it is an official one; null for a meeting that is in no calendar any more. */
export const meetingLink = (session: Meetings, meetingId: string, way: JoinWay): string | null => {
  const meeting = session.snapshot().agenda.meetings.find(({ id }) => id === meetingId);
  if (meeting?.joinable !== true) return null;
  return way === 'app' ? meeting.inspection.joinUrl : meeting.inspection.browserJoinUrl;
};

/** Opens it, if it passes the list of official places again. */
export const joinMeeting = (session: Meetings, meetingId: string, way: JoinWay): Promise<Opened> =>
  openIf(meetingLink(session, meetingId, way) ?? undefined, mayOpenMeeting);

const titles: Readonly<Record<CalendarKind, string>> = says('choose-calendar', {
  file: 'Choose a calendar file',
  folder: 'Choose a folder with calendar files',
});

const words = says('calendar-files', { calendars: 'Calendars' });

/** The path comes from the system's dialog, never from the page. */
export const addCalendar = async (
  session: Pick<Session, 'policy' | 'changeSetting'>,
  kind: CalendarKind,
): Promise<CalendarAdded> => {
  const options: Electron.OpenDialogOptions = {
    title: titles[kind],
    properties: [kind === 'file' ? 'openFile' : 'openDirectory'],
    ...(kind === 'file' ? { filters: [{ name: words.calendars, extensions: ['ics', 'ical'] }] } : {}),
  };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return 'not-chosen';
  const key = kind === 'file' ? 'files' : 'folders';
  const named = valuesOf(session.policy(), calendarSettings.id, calendarSettings.policy)[key];
  return session.changeSetting(calendarSettings.id, key, [...new Set([...named, chosen])]);
};
