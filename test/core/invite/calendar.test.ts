/** Calendar files as they really come: every property, several calendars, broken ones. */
import { describe, expect, it } from 'vitest';
import { decodeCalendar, inspectInvitation } from '../../../electron/core/invite/index.ts';

const LINK = 'https://zoom.us/j/81000020003?pwd=x1';
const MEET = 'https://meet.google.com/pqr-stuv-wxy';
const BAD = 'https://us05web-zoom.us/j/81000020003';

const event = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const inspect = (text: string) => inspectInvitation({ kind: 'calendar', text });

describe('where the link stands', () => {
  it.each([
    `LOCATION:${LINK}`,
    `DESCRIPTION:Join Zoom Meeting\\n${LINK}\\n\\nBring cake\\, please`,
    `URL:${LINK}`,
    `CONFERENCE;VALUE=URI;FEATURE=VIDEO:${LINK}`,
    `X-GOOGLE-CONFERENCE:${LINK}`,
    `X-MICROSOFT-SKYPETEAMSMEETINGURL:${LINK}`,
    `X-ALT-DESC;FMTTYPE=text/html:<a href="${LINK}">Join</a>`,
    `DESCRIPTION;ALTREP="${LINK}":Join`,
    `ATTACH:${LINK}`,
    `BEGIN:VALARM\r\nDESCRIPTION:${LINK}\r\nEND:VALARM`,
    `X-SOMETHING-NEW:${LINK}`,
  ])('%j', async (line) => expect(await inspect(event(line))).toMatchObject({ verdict: 'genuine', joinUrl: LINK }));

  it('takes the link somebody put in the place before the one Google adds by itself', async () => {
    expect((await inspect(event(`X-GOOGLE-CONFERENCE:${MEET}`, `LOCATION:${LINK}`))).joinUrl).toBe(LINK);
  });

  it.each([
    [
      'the service’s own place before an old link in the text',
      [`DESCRIPTION:Was: ${LINK}`, `CONFERENCE;VALUE=URI:${MEET}`],
      MEET,
      'Zoom',
    ],
    [
      'the place of the event before what Google adds',
      [`X-GOOGLE-CONFERENCE:${MEET}`, `LOCATION:${LINK}`],
      LINK,
      'Google Meet',
    ],
    [
      'another room of the same service',
      [`DESCRIPTION:https://zoom.us/j/89999999999`, `LOCATION:${LINK}`],
      LINK,
      'Zoom',
    ],
  ])('of two links takes %s, and tells the other', async (_what, lines, right, other) => {
    const { joinUrl, verdict, reasons } = await inspect(event(...lines));
    expect([joinUrl, verdict]).toEqual([right, 'genuine']);
    expect(reasons.find(({ id }) => id === 'several-meetings')?.text).toContain(`of ${other}.`);
  });

  it('the same link twice is one', async () => {
    const { reasons } = await inspect(event(`LOCATION:${LINK}`, `DESCRIPTION:Join Zoom Meeting\\n${LINK}`));
    expect(reasons.map(({ id }) => id)).not.toContain('several-meetings');
  });

  it('does not take Zoom’s link to the calendar file for the meeting', async () => {
    const calendar = event('URL:https://us02web.zoom.us/meeting/tZx/ics?icsToken=x', `DESCRIPTION:${LINK}`);
    expect((await inspect(calendar)).joinUrl).toBe(LINK);
  });

  it.each([
    ['another place', event(`DESCRIPTION:${LINK}`, `LOCATION:${BAD}`)],
    [
      'another event with the same UID',
      `${event('UID:1', `LOCATION:${LINK}`)}\r\n${event('UID:1', `LOCATION:${BAD}`)}`,
    ],
    [
      'an exception of a series',
      event(
        'UID:1',
        `LOCATION:${LINK}`,
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:1',
        'RECURRENCE-ID:20270301T090000Z',
        `LOCATION:${BAD}`,
      ),
    ],
    [
      'what HTML shows',
      event(`LOCATION:${LINK}`, `X-ALT-DESC;FMTTYPE=text/html:<a href="https://desk.example/x">${LINK}</a>`),
    ],
  ])('finds the one bad link in %s', async (_what, text) => expect((await inspect(text)).verdict).toBe('suspicious'));

  it('opens nothing in names, identifiers and addresses of people', async () => {
    const calendar = event(
      'UID:1@zoom.us',
      'ORGANIZER;CN="zoom.us/j/81000020003":mailto:a@example.org',
      'ATTENDEE;CN=b@zoom.us:mailto:b@zoom.us',
      'LOCATION:Room 4',
    );
    expect((await inspect(calendar)).verdict).toBe('not-a-meeting');
  });
});

describe('broken files', () => {
  it.each([
    ['cut off', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nLOCATION:${LINK}`],
    ['lower case', `begin:vcalendar\nbegin:vevent\nlocation:${LINK}\nend:vevent`],
    ['a byte order mark', `\ufeff${event(`LOCATION:${LINK}`)}`],
    ['junk lines', event('this is no property', '', ':', ';;;', `LOCATION:${LINK}`)],
    ['an open quotation mark', event(`LOCATION;X="open:${LINK}`)],
    ['folded with tabs', event(`LOCATION:${LINK.slice(0, 15)}\r\n\t${LINK.slice(15)}`)],
    ['line ends of all kinds', event(`LOCATION:${LINK}`).replaceAll('\r\n', '\r')],
  ])('%s', async (_what, text) => expect(await inspect(text)).toMatchObject({ verdict: 'genuine', joinUrl: LINK }));

  it('folded inside a letter', async () => {
    const bytes = new TextEncoder().encode(event('SUMMARY:Köln', `LOCATION:${LINK}`));
    const at = bytes.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...bytes.subarray(0, at), 13, 10, 32, ...bytes.subarray(at)]);
    expect(await inspect(decodeCalendar(folded))).toMatchObject({ event: { summary: 'Köln' }, joinUrl: LINK });
  });
});

describe('when', () => {
  const zone = (id: string, summer: string, winter: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${id}`,
    'BEGIN:DAYLIGHT',
    'DTSTART:19700308T020000',
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:19701101T020000',
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const calendar = (start: string, zones: string[] = []) =>
    ['BEGIN:VCALENDAR', ...zones, 'BEGIN:VEVENT', start, `LOCATION:${LINK}`, 'END:VEVENT', 'END:VCALENDAR'].join(
      '\r\n',
    );

  it.each([
    ['in UTC', 'DTSTART:20270701T090000Z', '2027-07-01T09:00:00Z'],
    ['in summer of the file’s own zone', 'DTSTART;TZID=Somewhere:20270701T090000', '2027-07-01T13:00:00Z'],
    ['in winter of the file’s own zone', 'DTSTART;TZID=Somewhere:20270115T090000', '2027-01-15T14:00:00Z'],
    ['in the second of two zones', 'DTSTART;TZID=Elsewhere:20270701T090000', '2027-07-01T03:30:00Z'],
    ['in a zone the file does not describe', 'DTSTART;TZID=Nowhere:20270701T090000', null],
    ['a whole day', 'DTSTART;VALUE=DATE:20270701', null],
    ['nonsense', 'DTSTART:soon', null],
  ])('%s', async (_what, start, expected) => {
    const text = calendar(start, [...zone('Somewhere', '-0400', '-0500'), ...zone('Elsewhere', '+0530', '+0430')]);
    expect((await inspect(text)).event?.start).toBe(expected);
  });

  it('says that a meeting is off', async () => {
    const text = event('STATUS:CANCELLED', `LOCATION:${LINK}`);
    const inspection = await inspect(text);
    expect(inspection).toMatchObject({ verdict: 'genuine', event: { cancelled: true } });
    expect(inspection.reasons.map(({ id }) => id)).toContain('cancelled');
  });
});
