/** What a person may paste as the address of a published calendar. */
import { expect, test } from 'vitest';
import { typedAddress } from '../../../electron/core/calendar-sources/address.ts';

test.each([
  ['https://calendar.google.com/calendar/ical/mo%40harbour.example/private-0a1b/basic.ics', 'address'],
  ['webcal://p12-caldav.icloud.com/published/2/abc', 'address'],
  [' WEBCALS://cloud.example/remote.php/dav/public-calendars/x?export ', 'address'],
  ['https://outlook.office365.com/owa/calendar/a@harbour.example/b/calendar.ics', 'address'],
  ['https://calendar.google.com/calendar/embed?src=mo%40harbour.example', 'google'],
  ['https://calendar.google.com/calendar/u/0/r/week', 'google'],
  ['https://outlook.office365.com/owa/calendar/a@harbour.example/b/calendar.html', 'microsoft'],
  ['https://outlook.office.com/calendar/view/week', 'microsoft'],
  ['https://outlook.cloud.microsoft/calendar/', 'microsoft'],
  ['https://www.icloud.com/calendar/', 'icloud'],
  ['https://cloud.example/apps/calendar/p/x.html', 'other'],
  ['http://calendar.example/a.ics', 'wrong'],
  ['https://me:secret@calendar.example/a.ics', 'wrong'],
  ['calendar', 'wrong'],
])('%s: %s', (typed, expected) => {
  const read = typedAddress(typed);
  expect(read.is === 'web-page' ? read.provider : read.is).toBe(expected);
  if (read.is === 'address') expect(read.address).toMatch(/^https:\/\/\S+$/);
});
