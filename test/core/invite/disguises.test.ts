/** The same invitation told twice: what one program shows is official, what another shows or opens is not. */
import { describe, expect, it, test } from 'vitest';
import { type Inspection, inspectInvitation, inspectText } from '../../../electron/core/invite/index.ts';

const LINK = 'https://us02web.zoom.us/j/84512345678?pwd=Ab1';
const FAKE = 'https://us05web-zoom.us/j/84512345678';
const ids = ({ reasons }: Inspection): string[] => reasons.map(({ id }) => id);
const mail = (headers: readonly string[], body: string): Promise<Inspection> =>
  inspectInvitation({
    kind: 'mail',
    bytes: new TextEncoder().encode(
      ['From: Mira <mira@toolmakers.example>', 'MIME-Version: 1.0', ...headers, '', body].join('\r\n'),
    ),
  });
const html = (body: string): Promise<Inspection> => mail(['Content-Type: text/html; charset=utf-8'], body);
const entry = (...lines: readonly string[]): Promise<Inspection> =>
  inspectInvitation({
    kind: 'calendar',
    text: ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Sync', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  });

describe('letters that are not seen, or are others than they look', () => {
  test.each([
    [
      'an invisible one in the address shown',
      '<a href="https://desk.example/x">https://zoom\u200b.us/j/84512345678</a>',
    ],
    ['a soft hyphen in it', '<a href="https://desk.example/x">https://us02web.zo&shy;om.us/j/84512345678</a>'],
    ['wide letters in it', '<a href="https://desk.example/x">ｈｔｔｐｓ://zoom.us/j/84512345678</a>'],
    ['Cyrillic ones in it', '<a href="https://desk.example/x">https://z\u043e\u043em.us/j/84512345678</a>'],
    ['an invisible one in the promise', 'Join Zo\u200bom Meeting: <a href="https://desk.example/x">here</a>'],
    ['Cyrillic ones in the promise', 'Join Z\u043e\u043em Meeting: <a href="https://desk.example/x">here</a>'],
  ])('%s', async (_what, body) => expect((await html(body)).verdict).toBe('suspicious'));

  test.each([
    ['Hebrew', `\u202bהצטרף לפגישת Zoom\u202c\n${LINK}`],
    ['Russian', `Повестка: https://docs.supplier.example/agenda. Подключиться к Zoom: ${LINK}`],
    [
      'the marks that Google puts round numbers',
      `${LINK}\n\u202a(US) +1 555-123-4567\u202c PIN: \u202a123456789\u202c#`,
    ],
    ['German with soft hyphens', `Be\u00adspre\u00adchung ${LINK}`],
  ])('but not %s', (_what, text) => {
    const inspection = inspectText(text);
    expect(inspection.verdict).toBe('genuine');
    expect(ids(inspection)).not.toContain('hidden-text-direction');
  });
});

describe('what only some programs show', () => {
  it('Outlook’s comments', async () => {
    const body = (target: string) =>
      `<!--[if mso]><a href="${target}">Join</a><![endif]--><!--[if !mso]><!--><a href="${LINK}">Join</a><!--<![endif]-->`;
    expect((await html(body(FAKE))).verdict).toBe('suspicious');
    expect((await html(body(LINK))).verdict).toBe('genuine');
  });

  it('Outlook’s own buttons', async () => {
    const button = (target: string) =>
      `<!--[if mso]><v:roundrect xmlns:v="x" href="${target}"><w:anchorlock/><center>Join Zoom Meeting</center></v:roundrect><![endif]--><a href="${LINK}">Join</a>`;
    expect((await html(button('https://desk.example/x'))).verdict).toBe('suspicious');
    expect((await html(button(LINK))).verdict).toBe('genuine');
  });

  it('a frame', async () => {
    expect((await html(`<p>Join: ${LINK}</p><iframe src="${FAKE}"></iframe>`)).verdict).toBe('suspicious');
  });

  it('a parameter behind many others, words behind many others', async () => {
    const far = await entry(`LOCATION:${LINK}`, `DESCRIPTION;X-A="${'a'.repeat(9000)}";ALTREP="${FAKE}":Join`);
    expect(far.verdict).toBe('suspicious');
    const long = `DESCRIPTION:${'We meet and talk. '.repeat(60_000)}`;
    const told = await entry(`LOCATION:${LINK}`, long, 'DESCRIPTION:Press Win+R\\, then Ctrl+V and Enter.');
    expect(ids(told)).toContain('asks-to-run');
  });

  it('a button with an address of its own', async () => {
    const button = `<form><button formaction="https://desk.example/x">Join Zoom Meeting</button></form>`;
    expect((await html(button)).verdict).toBe('suspicious');
  });

  it('a file inside a calendar entry', async () => {
    const attached = (type: string, text: string) =>
      entry(`LOCATION:${LINK}`, `ATTACH;VALUE=BINARY;ENCODING=BASE64;${type}:${btoa(text)}`);
    expect((await attached('FMTTYPE=text/html', `<a href="${FAKE}">Join</a>`)).verdict).toBe('suspicious');
    expect((await attached('FMTTYPE=application/octet-stream;FILENAME=Zoom.exe', 'MZ')).verdict).toBe('suspicious');
    const page = await attached('FMTTYPE=text/html;X-FILENAME=map.html', '<p>Way in</p>');
    expect([page.verdict, ...ids(page)]).toEqual(expect.arrayContaining(['genuine', 'attached-page']));
    expect(ids(await attached('FMTTYPE=application/pdf;FILENAME=agenda.pdf', '%PDF'))).not.toContain('attached-page');
  });

  const coded = `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(`<a href="${FAKE}">x</a>`)}`;
  test.each([
    [
      'two boundaries',
      ['Content-Type: multipart/mixed; boundary=one; boundary=two'],
      `--two\r\n${coded}\r\n--two--\r\n--one\r\n\r\n${LINK}\r\n--one--`,
    ],
    ['two content types', ['Content-Type: text/plain', 'Content-Type: text/html'], LINK],
    ['two encodings', ['Content-Transfer-Encoding: 7bit', 'Content-Transfer-Encoding: base64'], LINK],
    [
      'an encoding from before MIME, in a part',
      ['Content-Type: multipart/mixed; boundary=one'],
      `--one\r\n\r\n${LINK}\r\n--one\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n--one--`,
    ],
  ])('a mail that can be read in two ways is not called official: %s', async (_what, headers, body) => {
    const inspection = await mail(headers, body);
    expect(inspection.verdict).not.toBe('genuine');
    expect(ids(inspection)).toContain('read-in-part');
  });

  it('a header that merely stands there twice', async () => {
    const twice = ['Content-Type: text/plain', 'Content-Type: TEXT/PLAIN'];
    expect((await mail(twice, LINK)).verdict).toBe('genuine');
  });
});

describe('official pages that send people on', () => {
  test.each([
    `https://meet.google.com/linkredirect?dest=${encodeURIComponent(FAKE)}`,
    `https://acme.webex.com/acme/url.php?frompanel=false&gourl=${encodeURIComponent(FAKE)}`,
    `https://zoom.us/signin?returnUrl=${encodeURIComponent(FAKE)}`,
    'https://desk.example/#us02web.zoom.us/j/84512345678',
  ])('%s', (url) => expect(inspectText(url).verdict).toBe('suspicious'));

  test.each([
    `https://zoom.us/signin?returnUrl=${encodeURIComponent('https://zoom.us/meeting')}`,
    'https://meet.google.com/linkredirect?dest=https%3A%2F%2Fwww.toolmakers.example%2Fnews',
    'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fchat',
  ])('but not %s', (url) => expect(inspectText(url).verdict).toBe('not-a-meeting'));
});

it('a number to dial in with is not a request to call', async () => {
  const phone = '<a href="tel:+16469313860,,84512345678#">+16469313860,,84512345678#</a>';
  expect(ids(await html(`<p>Phone one-tap: US: ${phone}</p><a href="${LINK}">${LINK}</a>`))).not.toContain(
    'asks-to-call',
  );
});

it('a link ends where a line break was escaped twice', async () => {
  expect(await entry(`DESCRIPTION:Join: ${LINK}\\\\n\\\\nMeeting ID: 845 1234 5678`)).toMatchObject({
    verdict: 'genuine',
    joinUrl: LINK,
  });
});

test('a page inside a page is read like the rest', async () => {
  const inside = `<p>Open the meeting:</p><a href='${FAKE}'>Join the Zoom meeting</a>`;
  const inspection = await html(`<p>Hello</p><iframe srcdoc="${inside}"></iframe><a href="${LINK}">Join</a>`);
  expect(inspection.verdict).toBe('suspicious');
});

test('comments within comments without end are read, and hide no fake', async () => {
  const levels = 20_000;
  const nested = `${'<!--[if mso]>'.repeat(levels)}<a href="${FAKE}">Join</a>${'<![endif]-->'.repeat(levels)}`;
  const inspection = await html(`<p>Hello</p>${nested}<a href="${LINK}">Join</a>`);
  expect(inspection.verdict).toBe('suspicious');
});
