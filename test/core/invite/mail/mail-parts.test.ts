/** Every place in a saved mail that can hold a link or do harm. */
import { describe, expect, it } from 'vitest';
import { type Inspection, inspectInvitation } from '../../../../electron/core/invite/index.ts';

const LINK = 'https://zoom.us/j/81000020003?pwd=x1';

interface Parts {
  readonly more?: readonly string[];
  readonly body?: string;
}

const mail = ({ more = [], body = LINK }: Parts): Promise<Inspection> =>
  inspectInvitation({
    kind: 'mail',
    bytes: new TextEncoder().encode(
      [
        'From: Anna Berg <anna@supplier.example>',
        'To: mira@toolmakers.example',
        'MIME-Version: 1.0',
        ...more,
        '',
        body,
      ].join('\n'),
    ),
  });
const ids = ({ reasons }: Inspection) => reasons.map(({ id }) => id);

describe('every part of a mail', () => {
  const multipart = (...parts: string[]) => ({
    more: ['Content-Type: multipart/mixed; boundary=cut'],
    body: `${parts.map((part) => `--cut\n${part}\n`).join('')}--cut--`,
  });
  const base64 = (text: string) => btoa(text).replace(/.{76}/g, '$&\n');

  it('reads quoted-printable HTML and compares what it shows with where it leads', async () => {
    const inspection = await mail({
      more: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
      body: '<a href=3D"https://desk.example/meet">https://zoom.us/j/8100002=\n0003</a>',
    });
    expect(inspection).toMatchObject({ verdict: 'suspicious', service: 'zoom', joinUrl: 'https://desk.example/meet' });
  });

  it('reads an attached calendar, and takes its link before the body’s', async () => {
    const calendar =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Review\nDTSTART:20270301T090000Z\nLOCATION:https://meet.google.com/pqr-stuv-wxy\nEND:VEVENT\nEND:VCALENDAR';
    const inspection = await mail(
      multipart(
        `Content-Type: text/plain\n\n${LINK}`,
        `Content-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: base64\n\n${base64(calendar)}`,
      ),
    );
    expect(inspection).toMatchObject({
      verdict: 'genuine',
      joinUrl: 'https://meet.google.com/pqr-stuv-wxy',
      event: { summary: 'Review', start: '2027-03-01T09:00:00Z' },
    });
    expect(ids(inspection)).toContain('several-meetings');
  });

  it('reads a forwarded message and an attached web page', async () => {
    const forwarded = multipart('Content-Type: message/rfc822\n\nSubject: x\n\nhttps://us05web-zoom.us/j/81000020003');
    expect((await mail(forwarded)).verdict).toBe('suspicious');
    const page = multipart(
      'Content-Type: text/html; name=invite.html\nContent-Disposition: attachment\n\n<a href="https://us05web-zoom.us/j/1">x</a>',
    );
    const inspection = await mail(page);
    expect(inspection.verdict).toBe('suspicious');
    expect(ids(inspection)).toContain('attached-page');
  });

  it.each([
    ['ZoomUpdate.exe', 'attached-program'],
    ['invite.pdf.exe', 'attached-disguise'],
    ['invite\u202efdp.exe', 'attached-disguise'],
    ['Meeting.lnk', 'attached-program'],
    ['agenda.docm', 'attached-macros'],
    ['agenda.zip', 'attached-archive'],
    ['code-to-scan.png', 'attached-image'],
  ])('%s', async (name, id) => {
    const encoded = `=?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(name)))}?=`;
    const inspection = await mail({
      ...multipart(
        `Content-Type: text/plain\n\n${LINK}`,
        `Content-Type: application/octet-stream; name="${encoded}"\nContent-Disposition: attachment\n\nx`,
      ),
    });
    expect(ids(inspection)).toContain(id);
    expect(inspection.verdict).toBe(/program|disguise/.test(id) ? 'suspicious' : 'genuine');
  });

  it('says so when it cannot read a mail, and still looks for links', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    const inspection = await inspectInvitation({
      kind: 'mail',
      bytes: new TextEncoder().encode(
        `From: a@supplier.example\nMIME-Version: 1.0\n${deep}\nhttps://us05web-zoom.us/j/81000020003`,
      ),
    });
    expect(inspection.verdict).toBe('suspicious');
    expect(ids(inspection)).toContain('unreadable-part');
  });

  it('finds nothing in a mail about lunch', async () => {
    expect(await mail({ body: 'Shall we eat at 12?' })).toMatchObject({
      verdict: 'not-a-meeting',
      joinUrl: null,
      service: null,
    });
  });
});
