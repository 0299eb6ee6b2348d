/** What must hold for every input: never throws, one of four answers, harmless rewriting changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCalendar,
  type Inspection,
  inspectInvitation,
  inspectText,
} from '../../../electron/core/invite/index.ts';
import { batchAnswer, terminalLines } from '../../../electron/core/invite/inspection-text.ts';
import { GENUINE } from './genuine-links.ts';

const ANSWERS = new Set(['genuine', 'suspicious', 'unknown-server', 'not-a-meeting']);

/** Control and direction characters move the cursor or turn the text round. */
const changesTerminal = (char: string) => char < ' ' || /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(char);

function expectAnswer(inspection: Inspection): void {
  expect(ANSWERS.has(inspection.verdict)).toBe(true);
  for (const line of inspection.reasons) expect(line.text).not.toMatch(/\bsafe\b/i);
  for (const line of terminalLines(inspection)) expect([...line].some(changesTerminal)).toBe(false);
  expect(JSON.stringify(batchAnswer(inspection))).toContain(inspection.verdict);
}

const genuine = fc.constantFrom(...GENUINE.map(({ url }) => url));
const scrap = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  genuine,
  fc.constantFrom(
    '<a href="',
    '">',
    '</a>',
    '](',
    '<',
    '>',
    'Join Zoom Meeting ',
    'javascript:',
    '\\',
    '@',
    '%2e',
    '\u3002',
    '\u200b',
    '\ud800',
    'xn--',
    '__proto__',
  ),
);
const text = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''));
const many = { numRuns: 1500 };
const some = { numRuns: 300 };

describe('any input has an answer', () => {
  it('text', () => {
    fc.assert(
      fc.property(text, (input) => expectAnswer(inspectText(input))),
      many,
    );
  });

  it('text whose kind is guessed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'BEGIN:VCALENDAR\r\n', 'MIME-Version: 1.0\r\nFrom: a@b.example\r\n\r\n'),
        text,
        async (start, rest) => expectAnswer(await inspectInvitation({ kind: 'text', text: start + rest })),
      ),
      some,
    );
  });

  it('bytes as a mail and as a calendar', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expectAnswer(await inspectInvitation({ kind: 'mail', bytes }));
        expectAnswer(await inspectInvitation({ kind: 'calendar', text: decodeCalendar(bytes) }));
      }),
      some,
    );
  });

  const headers = fc.constantFrom(
    'From',
    'To',
    'Reply-To',
    'Received',
    'Authentication-Results',
    'Content-Type',
    'Content-Transfer-Encoding',
    'List-Id',
  );
  const values = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    fc.constantFrom(
      'Zoom <a@b.example>',
      'multipart/mixed; boundary=x',
      'text/html',
      'text/calendar',
      'message/rfc822',
      'base64',
      'quoted-printable',
      'mx.example.org; dmarc=pass header.from=b.example',
      'from a (b [192.0.2.1]) by mx.example.org',
      '=?utf-8?Q?=22=5A?= <x@y>',
    ),
  );
  const part = fc
    .tuple(fc.array(fc.tuple(headers, values), { maxLength: 6 }), text)
    .map(([lines, body]) => `${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);

  it('trees of mail parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
        const mail = `MIME-Version: 1.0\r\n${parts.join('\r\n--x\r\n')}\r\n--x--`;
        expectAnswer(await inspectInvitation({ kind: 'mail', bytes: new TextEncoder().encode(mail) }));
      }),
      some,
    );
  });

  const property = fc.tuple(
    fc.constantFrom(
      'BEGIN',
      'END',
      'DTSTART;TZID=X',
      'TZID',
      'DESCRIPTION',
      'LOCATION',
      'X-ALT-DESC;FMTTYPE=text/html',
      'URL',
      'RRULE',
      'CONFERENCE;VALUE=URI',
      'DESCRIPTION;ALTREP="cid:x"',
      'TZOFFSETTO',
    ),
    fc.oneof(
      text,
      fc.constantFrom(
        'VEVENT',
        'VCALENDAR',
        'VTIMEZONE',
        'STANDARD',
        '20260101T120000',
        '+0100',
        'FREQ=YEARLY;BYDAY=-1SU',
      ),
    ),
  );
  it('calendars', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(property, { maxLength: 25 }), async (lines) => {
        const calendar = `BEGIN:VCALENDAR\r\n${lines.map(([name, value]) => `${name}:${value}`).join('\r\n ')}`;
        expectAnswer(await inspectInvitation({ kind: 'calendar', text: calendar }));
      }),
      some,
    );
  });
});

const percentEncoded = (url: string, at: number): string => {
  const start = url.indexOf('/', 8);
  const spots = [...url].flatMap((char, i) =>
    i > start && start > 0 && /[a-zA-Z0-9]/.test(char) && !/[?#%]/.test(url.slice(start, i)) ? [i] : [],
  );
  const spot = spots[at % Math.max(spots.length, 1)];
  return spot === undefined ? url : `${url.slice(0, spot)}%${url.charCodeAt(spot).toString(16)}${url.slice(spot + 1)}`;
};
const urldefense2 = (url: string): string =>
  `https://urldefense.com/v2/url?u=${encodeURIComponent(url).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%2F', '_').replaceAll('%', '-')}&d=x`;
const mixedCase = (url: string): string => {
  const { host } = new URL(url);
  return url
    .replace(host, [...host].map((char, i) => (i % 2 ? char.toUpperCase() : char)).join(''))
    .replace('https', 'HtTpS');
};

describe('rewriting that leads to the same place changes nothing', () => {
  const sameAnswer = (rewrite: (url: string, n: number) => string) =>
    fc.assert(
      fc.property(genuine, fc.nat(500), (url, n) => {
        const plain = inspectText(url);
        const other = inspectText(rewrite(url, n));
        expect([other.verdict, other.service, other.passcodeInLink, other.personalRoom]).toEqual([
          plain.verdict,
          plain.service,
          plain.passcodeInLink,
          plain.personalRoom,
        ]);
      }),
      some,
    );

  it('upper and lower case of scheme and host', () => sameAnswer(mixedCase));
  it('percent-encoding in the path', () => sameAnswer(percentEncoded));
  it('the default port and a final dot', () =>
    sameAnswer((url) => url.replace(new URL(url).host, `${new URL(url).host}.:443`)));
  it('blanks and brackets around it', () =>
    sameAnswer((url, n) => ` \u00a0\n${['<', '(', '"', ''][n % 4]}${url}${['>', ')', '"', ''][n % 4]}\t `));
  it('Safe Links', () =>
    sameAnswer((url) => `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=x`));
  it('urldefense v2', () => sameAnswer(urldefense2));
  it('Google', () => sameAnswer((url) => `https://www.google.com/url?q=${encodeURIComponent(url)}&sa=D`));
  it('an HTML anchor', () => sameAnswer((url) => `<p><a href="${url.replaceAll('&', '&amp;')}">Join</a></p>`));
});
