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

  describe('what was not read is told, and nothing is called official because of what was', () => {
    const text = `Content-Type: text/plain\n\nJoin: ${LINK}`;
    const nested = (depth: number): string =>
      depth === 0 ? `Subject: x\n\n${LINK}` : `Content-Type: message/rfc822\n\n${nested(depth - 1)}`;
    it.each<[string, string[]]>([
      [
        'more parts than any invitation has',
        [text, ...Array.from({ length: 201 }, () => 'Content-Type: image/png\n\nx')],
      ],
      ['a mail in a mail in a mail in a mail', [text, nested(4)]],
      ['Outlook’s own form', [text, 'Content-Type: application/ms-tnef; name=winmail.dat\n\nx']],
      ['the same by its name', [text, 'Content-Type: application/octet-stream; name=winmail.dat\n\nx']],
      ['sealed S/MIME', [text, 'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n\nx']],
    ])('%s', async (_what, parts) => {
      const inspection = await mail(multipart(...parts));
      expect(inspection).toMatchObject({ verdict: 'unknown-server', joinUrl: LINK, shareUrl: null });
      expect(ids(inspection)).toContain('read-in-part');
    });

    it('a mail that is broken on purpose, with its real link in code', async () => {
      const cuts = '--x\n'.repeat(6000);
      const inspection = await mail({ ...multipart(text), body: `${cuts}Join: ${LINK}` });
      expect(inspection.verdict).toBe('unknown-server');
      expect(ids(inspection)).toContain('unreadable-part');
    });
  });

  it('sees a link however much stands before it', async () => {
    const html = (body: string) => mail({ more: ['Content-Type: text/html'], body });
    const attributes = Array.from({ length: 80 }, (_, n) => `x${n}=1`).join(' ');
    expect((await html(`<a ${attributes} href="https://us05web-zoom.us/j/81000020003">Join</a> ${LINK}`)).verdict).toBe(
      'suspicious',
    );
    expect((await html(`<a href="https://desk.example/1">${' \n'.repeat(3000)}${LINK}</a>`)).verdict).toBe(
      'suspicious',
    );
    const shares = Array.from({ length: 80 }, (_, n) => `<a href="file://server/share/${n}.docx">x</a>`).join('\n');
    expect((await html(`${shares}<a href="javascript:alert(1)">x</a> ${LINK}`)).verdict).toBe('suspicious');
  });

  it('reads an attached page in UTF-16', async () => {
    const page = '\ufeff<a href="https://us05web-zoom.us/j/81000020003">x</a>';
    const wide = String.fromCharCode(...new Uint8Array(Uint16Array.from(page, (char) => char.charCodeAt(0)).buffer));
    const inspection = await mail(
      multipart(
        `Content-Type: text/html; name=a.html\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${base64(wide)}`,
      ),
    );
    expect(inspection.verdict).toBe('suspicious');
  });

  it('finds nothing in a mail about lunch', async () => {
    expect(await mail({ body: 'Shall we eat at 12?' })).toMatchObject({
      verdict: 'not-a-meeting',
      joinUrl: null,
      service: null,
    });
  });
});
