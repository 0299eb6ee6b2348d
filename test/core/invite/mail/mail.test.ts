/** Saved mails: whose word about the sender counts, and every place in a mail that can hold a link. */
import { describe, expect, it } from 'vitest';
import { type Inspection, inspectInvitation } from '../../../../electron/core/invite/index.ts';

const LINK = 'https://zoom.us/j/81000020003?pwd=x1';
const OWN =
  'Received: from mx.toolmakers.example (mx.toolmakers.example [192.0.2.25])\n by imap.toolmakers.example (Dovecot) with LMTP id 1\n for <mira@toolmakers.example>; Mon, 2 Nov 2026 10:00:01 +0000';
const border = (from: string, by = 'mx.toolmakers.example') =>
  `Received: from ${from} (${from} [198.51.100.7])\n by ${by} (Postfix) with ESMTPS id 2; Mon, 2 Nov 2026 10:00:00 +0000`;
const results = (text: string, id = 'mx.toolmakers.example;') => `Authentication-Results: ${id}\n ${text}`;

interface Parts {
  readonly top?: readonly string[];
  readonly from?: string;
  readonly more?: readonly string[];
  readonly body?: string;
}

const mail = ({
  top = [],
  from = 'Anna Berg <anna@supplier.example>',
  more = [],
  body = LINK,
}: Parts): Promise<Inspection> =>
  inspectInvitation({
    kind: 'mail',
    bytes: new TextEncoder().encode(
      [
        ...top,
        `From: ${from}`,
        'To: mira@toolmakers.example',
        'Subject: Meeting',
        'MIME-Version: 1.0',
        ...more,
        '',
        body,
      ].join('\n'),
    ),
  });
const standing = async (parts: Parts) => (await mail(parts)).sender?.standing;
const ids = ({ reasons }: Inspection) => reasons.map(({ id }) => id);

const PASS = results('dkim=pass header.d=supplier.example; dmarc=pass (policy=reject) header.from=supplier.example');
const FAIL = results(
  'spf=pass smtp.mailfrom=x@desk.example; dmarc=fail (p=REJECT dis=QUARANTINE) header.from=supplier.example',
);
const RECEIVED = [OWN, PASS, border('mail.supplier.example')];

describe('whose result is believed', () => {
  it('the receiver’s, above the line with which it took the mail over', async () => {
    expect(await mail({ top: RECEIVED })).toMatchObject({
      verdict: 'genuine',
      joinUrl: LINK,
      sender: { standing: 'aligned', trustedAuthserv: 'mx.toolmakers.example' },
    });
  });

  it.each([
    ['one below that line, as the sender may write it', [OWN, border('mail.desk.example'), PASS]],
    [
      'one from another organisation',
      [OWN, PASS.replaceAll('mx.toolmakers.example', 'mx.desk.example'), border('mail.desk.example')],
    ],
    ['one below a forged line of the receiver', [border('mail.desk.example'), PASS, border('mail.supplier.example')]],
    [
      'one under a greeting that only claims to be the receiver',
      [
        'Received: from mx.toolmakers.example (mail.desk.example [198.51.100.7])\n by mx.toolmakers.example with ESMTPS; x',
        PASS,
      ],
    ],
    ['one in a file without any Received line', [PASS]],
    [
      'an older one below the receiver’s own',
      [OWN, results('dmarc=none header.from=supplier.example'), PASS, border('mail.desk.example')],
    ],
    [
      'Microsoft’s nameless form at another receiver',
      [OWN, PASS.replace('mx.toolmakers.example;\n', ''), border('mail.desk.example')],
    ],
  ])('not %s', async (_what, top) => expect(await standing({ top })).toBe('unverified'));

  it('Google’s, which stands below its own line', async () => {
    const top = [
      'Received: by 2002:a05:6a10:1:b0:1:2:3 with SMTP id a; x',
      border('mail.supplier.example', 'mx.google.com'),
      PASS.replaceAll('mx.toolmakers.example', 'mx.google.com'),
    ];
    expect(await standing({ top })).toBe('aligned');
  });

  it('Microsoft 365’s, which names no server', async () => {
    const top = [
      'Received: from AB0PR01MB1.eurprd01.prod.exchangelabs.com (2603:10a6:1:2::3)\n by CD0PR01MB2.eurprd01.prod.exchangelabs.com with HTTPS; x',
      'Authentication-Results: spf=pass (sender IP is 198.51.100.7)\n smtp.mailfrom=supplier.example; dkim=pass (signature was verified)\n header.d=supplier.example;dmarc=pass action=none header.from=supplier.example;compauth=pass reason=100',
      'Received: from mail.supplier.example (198.51.100.7) by\n AB1EUR05FT1.mail.protection.outlook.com (2603:10a6:1:cafe::1) with Microsoft SMTP Server; x',
    ];
    expect(await mail({ top })).toMatchObject({ sender: { standing: 'aligned', trustedAuthserv: 'Microsoft 365' } });
  });

  it('only servers the user named, when there are any', async () => {
    const bytes = new TextEncoder().encode(
      [border('mail.desk.example'), PASS, 'From: anna@supplier.example', '', LINK].join('\n'),
    );
    const named = (trustedAuthserv: string[]) => inspectInvitation({ kind: 'mail', bytes }, { trustedAuthserv });
    expect((await named(['mx.toolmakers.example'])).sender?.standing).toBe('aligned');
    expect((await named(['@toolmakers.example'])).sender?.standing).toBe('aligned');
    expect((await named(['mx.example.org'])).sender?.standing).toBe('unverified');
  });
});

describe('what the result says', () => {
  const top = (text: string) => [OWN, results(text), border('mail.supplier.example')];
  it.each([
    ['dmarc=pass header.from=supplier.example', 'aligned'],
    ['dkim=pass header.d=mail.supplier.example', 'aligned'],
    ['dkim=pass header.i=@supplier.example', 'aligned'],
    ['dmarc=pass header.from=desk.example', 'unverified'],
    ['dkim=pass header.d=desk.example', 'unverified'],
    ['spf=pass smtp.mailfrom=bounce@supplier.example', 'unverified'],
    ['dmarc=bestguesspass header.from=supplier.example', 'unverified'],
    ['dmarc=fail (p=REJECT) header.from=supplier.example', 'spoofed'],
    ['dmarc=fail (p=none dis=NONE) header.from=supplier.example', 'unverified'],
    ['arc=pass; dmarc=fail (p=REJECT) header.from=supplier.example', 'unverified'],
    ['dkim=fail (dmarc=pass header.from=supplier.example) header.d=x', 'unverified'],
    ['none', 'unverified'],
  ])('%s: %s', async (text, expected) => expect(await standing({ top: top(text) })).toBe(expected));

  it('does not take a mailing list’s broken signature for a forgery', async () => {
    expect(
      await standing({ top: [OWN, FAIL, border('lists.example.org')], more: ['List-Id: <tools.lists.example.org>'] }),
    ).toBe('unverified');
  });

  it('calls a mail suspicious when its sender is forged, even with an official link', async () => {
    const inspection = await mail({ top: [OWN, FAIL, border('mail.desk.example')] });
    expect(inspection).toMatchObject({ verdict: 'suspicious', joinUrl: LINK, sender: { standing: 'spoofed' } });
    expect(ids(inspection)[0]).toBe('sender-contradicted');
  });
});

describe('name against address', () => {
  const deskPass = [OWN, results('dmarc=pass header.from=desk.example'), border('mail.desk.example')];
  it.each([
    ['Zoom <meeting-1@desk.example>', 'confirmed-but-poses'],
    ['"Microsoft Teams" <a@desk.example>', 'confirmed-but-poses'],
    ['=?UTF-8?Q?=22Zoom_=3Cno-reply=40zoom=2Eus=3E=22?= <x@desk.example>', 'confirmed-but-poses'],
    ['"Your Zoom Meeting Invitation" <x@desk.example>', 'confirmed-but-poses'],
    ['Zo\u200bom <x@desk.example>', 'confirmed-but-poses'],
    ['zoom.us <x@desk.example>', 'confirmed-but-poses'],
    ['"no-reply@zoom.us" <x@desk.example>', 'confirmed-but-poses'],
    ['=?utf-8?B?WtC+b20=?= <x@desk.example>', 'confirmed-but-poses'],
    ['Anna <anna@zoom-lens.example>', 'unverified'],
    ['Anna <anna@us05web-zoom.us>', 'address-imitates-service'],
    ['Anna <anna@xn--zm-fmca.us>', 'address-imitates-service'],
  ])('%s', async (from, id) => {
    const inspection = await mail({ top: deskPass, from });
    if (id === 'unverified') expect(inspection.sender?.standing).toBe('unverified');
    else {
      expect(inspection).toMatchObject({ verdict: 'suspicious', sender: { standing: 'spoofed' } });
      expect(ids(inspection)).toContain(id);
    }
  });

  it('lets Zoom call itself Zoom, and a host call himself what he is called', async () => {
    const zoom = [OWN, results('dmarc=pass header.from=zoom.us'), border('mail.zoom.us')];
    expect(await standing({ top: zoom, from: 'Zoom <no-reply@zoom.us>' })).toBe('aligned');
    const webex = [OWN, results('dmarc=pass header.from=webex.com'), border('mail.webex.com')];
    const inspection = await mail({
      top: webex,
      from: 'Anna Berg <messenger@webex.com>',
      more: ['Reply-To: anna@supplier.example'],
    });
    expect(inspection.sender?.standing).toBe('aligned');
    expect(ids(inspection)).not.toContain('reply-elsewhere');
  });

  it('lets the own organisation’s help desk carry a service’s name', async () => {
    const top = [OWN, results('dmarc=pass header.from=toolmakers.example'), border('mail.toolmakers.example')];
    expect(await standing({ top, from: 'Zoom Support <zoom@toolmakers.example>' })).toBe('aligned');
  });

  it('trusts no mail with two senders', async () => {
    const inspection = await mail({ top: RECEIVED, more: ['From: no-reply@zoom.us'] });
    expect(inspection).toMatchObject({ verdict: 'suspicious', sender: { standing: 'spoofed' } });
  });

  it('says where answers would go', async () => {
    expect(ids(await mail({ top: RECEIVED, more: ['Reply-To: anna.supplier@gmail.com'] }))).toContain(
      'reply-elsewhere',
    );
  });
});
