/** Kinds of fakes and of ordinary invitations, one block a kind: in text, HTML, mails and calendar entries. */
import { describe, expect, it, test } from 'vitest';
import { type Inspection, inspectInvitation, inspectText } from '../../../electron/core/invite/index.ts';

const verdict = (text: string): string => inspectText(text).verdict;
const ids = ({ reasons }: Inspection): string[] => reasons.map(({ id }) => id);
const mail = (lines: readonly string[], headers: readonly string[] = []): Promise<Inspection> =>
  inspectInvitation({
    kind: 'mail',
    bytes: new TextEncoder().encode(
      ['From: Mira <mira@toolmakers.example>', 'Subject: x', 'MIME-Version: 1.0', ...headers, '', ...lines].join(
        '\r\n',
      ),
    ),
  });
const entry = (...lines: readonly string[]): Promise<Inspection> =>
  inspectInvitation({
    kind: 'calendar',
    text: ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Sync', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  });

describe('pages and files that strangers put on public hosts', () => {
  test.each([
    'https://storage.googleapis.com/zoom-meeting/join/j/84512345678.html',
    'https://sites.google.com/view/google-meet/abc-defg-hij',
    'https://acmefiles.blob.core.windows.net/teams/l/meetup-join/19%3ameeting_x/0.html',
    'https://ipfs.io/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/zoom/j/84512345678',
    'https://zoom-join.s3.amazonaws.com/meeting.html',
    'https://zoom-meeting-049953.pages.dev',
    'https://telegra.ph/Join-Zoom-Meeting-12-01',
    'https://sites.google.com/view/zoom-meeting-join/home',
  ])('%s', (url) => expect(verdict(url)).toBe('suspicious'));

  test.each([
    'https://sites.google.com/view/our-zoom-schedule',
    'https://telegra.ph/How-to-join-a-Zoom-meeting-12-01',
    'https://docs.google.com/document/d/1AbC/edit',
    'https://acme.sharepoint.com/sites/teams/agenda.docx',
    'https://github.com/toolmakers/zoom-clone',
  ])('but not %s', (url) => expect(verdict(url)).toBe('not-a-meeting'));
});

describe('names', () => {
  test.each([
    'https://teams.us07live.com/meet/9123456780?pwd=Qw3Er5Ty7Ui9Op1As3Df5Gh7Jk9Zx1',
    'https://05web.us/meeting/84512345678',
    'https://07-web.us/wc/84512345678',
    'https://06web.us06.in/j/84512345678',
    'https://account-googlemeet.com/',
    'https://ms-meets.online/Join/x',
    'https://zoom.montenegrojc.com/Meet/Windows/invite.php',
    'https://zooommm-meeting.com/j/84512345678',
    'https://my-zooom-call.com/wc/84512345678',
    'https://discordgg.com/invite/AbCdEf',
    'https://zoomus.xyz/j/84512345678',
    'https://z\u043e\u{1042c}m.us/j/84512345678',
    'https://\u{1D433}oom.us/j/84512345678',
  ])('%s is a fake', (url) => expect(verdict(url)).toBe('suspicious'));

  test.each([
    'https://www.zoominfo.com/c/toolmakers/1',
    'https://zoom.columbia.edu/',
    'https://teams.example.org/',
    'https://slackware.com/',
    'https://learn-zoom.us/course',
    'https://zipow.com/',
  ])('%s is an ordinary page', (url) => expect(verdict(url)).toBe('not-a-meeting'));
});

describe('ordinary links with numbers', () => {
  test.each([
    'https://maps.app.goo.gl/AbCdEf',
    'https://miro.com/app/board/uXjVExample=/',
    'https://chat.example.com/invite/team',
    'https://www.uber.com/invite/xyz',
    'https://app.clickup.com/12345678/v/b/1',
    'https://doi.org/1234567890',
    'https://wa.me/5511999999999',
    'https://shop.example/p/123e4567-e89b-12d3-a456-426614174000',
    'https://cdn.example/j/84512345678.png',
  ])('%s', (url) => expect(verdict(url)).toBe('not-a-meeting'));
});

describe('links of services', () => {
  test.each([
    ['zoho', 'https://meeting.zoho.com/join?key=1034567890'],
    ['webex', 'https://acme.webex.com/acme/onstage/g.php?MTID=e0123456789abcdef0123456789abcdef'],
    ['webex', 'https://acme.webex.com.cn/acme/j.php?MTID=m0123456789abcdef0123456789abcdef'],
    ['webex', 'https://acme.webexgov.us/meet/mira'],
    ['zoom', 'https://events.zoom.us/ej/AbC-d_e~f'],
    ['gong', 'https://acme.join.gong.io/acme/mira'],
    ['streamyard', 'https://streamyard.com/guest/abcdefgh12'],
    ['cal', 'https://app.cal.eu/video/abc123'],
    ['kmeet', 'https://kmeet.infomaniak.com/abcd-efgh-ijkl'],
    ['airmeet', 'https://www.airmeet.com/e/123e4567-e89b-12d3-a456-426614174000'],
    ['clickmeeting', 'https://acme.clickmeeting.com/123456789'],
    ['telegram', 'https://t.me/call/abcdefghijk'],
    ['element', 'https://call.element.io/room/#/abc?roomId=!x:y'],
    ['tencent', 'https://meeting.tencent.com/dm/AbCdEfGhIj12'],
    ['dingtalk', 'https://meeting.dingtalk.com/j/abcdefgh123'],
    ['teams', 'https://teams.microsoft.us/l/meetup-join/19%3agcch%3ameeting_abc%40thread.v2/0?context=x'],
    ['teams', 'https://teams.microsoft.com/convene/townhall?eventId=0011@2233&sessionId=44'],
    ['visio', 'https://visio.numerique.gouv.fr/abc-defg-hij'],
  ])('%s: %s', (service, url) => expect(inspectText(url)).toMatchObject({ verdict: 'genuine', service }));

  test.each([
    'https://zoom-lfx.platform.linuxfoundation.org/meeting/96123456789?password=1c2d3e4f-5a6b-7c8d-9e0f-112233445566',
    'https://calendly.com/events/123e4567-e89b-12d3-a456-426614174000/google_meet',
    'https://lu.ma/join/g-abcdef12',
    'https://app.reclaim.ai/z/abc/def',
  ])('%s leads on', (url) => {
    expect(verdict(url)).toBe('unknown-server');
    expect(ids(inspectText(url))).toContain('known-forwarder');
  });

  test.each([
    'https://us02web.zoom.us/launch/jc/84512345678',
    'https://meet.goto.com/install',
    'https://docs.zoom.us/doc/x',
  ])('%s is a page', (url) => expect(verdict(url)).toBe('not-a-meeting'));
});

describe('links that open programs', () => {
  test.each([
    'ms-excel:ofv|u|https://files.example/a.xlsx',
    'search-ms:query=x&crumb=location:\\\\198.51.100.7\\share',
    'javascript:alert(1)',
    '\\\\198.51.100.7\\share\\x.lnk',
    'Please join: search-ms:query=x&crumb=location:\\\\198.51.100.7\\share',
    'Join the call here: ms-word:ofe|u|https://files.example/a.docx',
  ])('%s', (text) => expect(verdict(text)).toBe('suspicious'));

  it('says of an office’s own share what it is, and leaves the meeting alone', async () => {
    const inspection = await entry(
      'LOCATION:https://zoom.us/j/84512345678',
      'DESCRIPTION:Agenda: \\\\\\\\files\\\\team\\\\agenda.docx',
    );
    expect(inspection.verdict).toBe('genuine');
    expect(ids(inspection)).toContain('opens-program');
  });

  it('says nothing of a link that does nothing', () => {
    expect(verdict('<p>See you</p><a href="javascript:void(0)">x</a>')).toBe('not-a-meeting');
  });
});

describe('programs offered in a service’s name', () => {
  test.each([
    'https://files.example/ZoomInstallerFull.exe',
    'Install the new Zoom client before the call: https://files.example/setup.msi',
    '<p>Microsoft Teams meeting</p><a href="https://files.example/update.dmg">Update</a>',
  ])('%s', (text) => expect(verdict(text)).toBe('suspicious'));

  it('in an attachment of a calendar entry', async () => {
    expect(
      (await entry('DESCRIPTION:Zoom meeting. Install first.', 'ATTACH:https://files.example/client.exe')).verdict,
    ).toBe('suspicious');
  });

  it('not from the maker itself', () => {
    expect(verdict('Zoom client: https://zoom.us/client/latest/ZoomInstallerFull.exe')).toBe('not-a-meeting');
  });
});

describe('addresses written backwards', () => {
  const turn = '\u202e';
  it.each([
    `Join: ${turn}1/j/su.mooz//:sptth`,
    `Join: https://desk.example/${turn}su.mooz`,
    `${turn}https://desk.example/j`,
  ])('%j', (text) => expect(verdict(text)).toBe('suspicious'));

  it('not where a language is written from right to left', () => {
    expect(verdict('\u2067פגישה\u2069 \u2066https://zoom.us/j/84512345678\u2069')).toBe('genuine');
  });
});

describe('HTML whose promise does not stand before the link', () => {
  test.each([
    '<p>Join Zoom meeting</p><a href="//desk.example/x">here</a>',
    '<a href="https://desk.example/x"><img alt="Join Microsoft Teams meeting" src="x.png"></a>',
    '<map><area href="https://desk.example/x" alt="Join Google Meet"></map>',
    '<form action="https://desk.example/x"><p>Microsoft Teams meeting</p><button>Join now</button></form>',
    '<meta http-equiv="refresh" content="0; url=https://desk.example/x"><p>Join your Webex meeting</p>',
    '<p>Please <a href="https://desk.example/x">click</a> to join the Zoom meeting</p>',
  ])('%s', (html) => expect(verdict(html)).toBe('suspicious'));

  it('does not take the next link’s promise for this one', () => {
    const html =
      '<p><a href="https://docs.example/agenda">Agenda</a></p><p>Join the Zoom meeting: <a href="https://zoom.us/j/84512345678">Zoom</a></p>';
    expect(verdict(html)).toBe('genuine');
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('reads a tag called %s', (name) => {
    const html = `<${name} a="1"><p>Join</p><a href="https://us02web-zoom.us/j/84100020003">x</a>`;
    expect(verdict(html)).toBe('suspicious');
  });
});

describe('codes and calls', () => {
  it('a service’s name and nothing but a code page', () => {
    const text = 'Join the Microsoft Teams meeting: go to https://microsoft.com/devicelogin and enter ABCD1234';
    expect(inspectText(text)).toMatchObject({ verdict: 'suspicious', service: 'teams' });
  });

  test.each([
    'Not you? Call +1 888 555 0123',
    'Contact our help line: 1-888-555-0123',
    'To cancel the charge call 1 (888) 555 O123',
    'Call +1-888-555-0123 now',
  ])('%s', (text) => expect(ids(inspectText(text))).toContain('asks-to-call'));

  test.each([
    'Or dial: (US) +1 555-010-0199 PIN: 123 456 789#',
    'One tap mobile +13017158592,,84512345678#',
    'Video call link: https://meet.google.com/abc-defg-hij',
    'Conference call ID 123 456 7890',
  ])('not %s', (text) => expect(ids(inspectText(text))).not.toContain('asks-to-call'));

  it('in a calendar entry', async () => {
    expect(ids(await entry('DESCRIPTION:Your plan renews. Not you? Call +1 888 555 0123'))).toContain('asks-to-call');
  });
});

describe('calendar entries that promise Teams', () => {
  it.each([
    ['in words', ['DESCRIPTION:Microsoft Teams meeting https://desk.example/x']],
    ['in properties', ['X-MICROSOFT-ONLINEMEETINGINFORMATION:x', 'LOCATION:https://desk.example/x']],
    [
      'with a changed link in a reminder',
      [
        'DESCRIPTION:Teams meeting',
        'BEGIN:VALARM',
        'DESCRIPTION:Your link has changed: https://desk.example/x',
        'END:VALARM',
      ],
    ],
  ])('%s and lead elsewhere', async (_what, lines) => expect((await entry(...lines)).verdict).toBe('suspicious'));

  it('are left alone when Teams’ own link is there', async () => {
    const inspection = await entry(
      'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/meet/2345678901234?p=a',
      'DESCRIPTION:Agenda https://docs.example/a',
    );
    expect(inspection.verdict).toBe('genuine');
  });
});

describe('senders', () => {
  const headers = (from: string, domain: string): readonly string[] => [
    `Authentication-Results: mx.contoso.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    'Received: from out.example ([203.0.113.9]) by mx.contoso.example with ESMTPS; Mon, 30 Nov 2026 07:00:00 +0000',
    `From: ${from}`,
    'To: jo@contoso.example',
    'Subject: Meeting',
    '',
    'Join: https://teams.microsoft.com/meet/23456789012345?p=AbCdEfGh12',
  ];
  const sent = (from: string, domain: string) =>
    inspectInvitation({ kind: 'mail', bytes: new TextEncoder().encode(headers(from, domain).join('\r\n')) });

  test.each([
    ['Microsoft Teams <no-reply@teams.mail.microsoft>', 'teams.mail.microsoft'],
    ['Microsoft Teams <noreply@email.teams.microsoft.com>', 'microsoft.com'],
    ['Teams <teams@sportclub.example>', 'sportclub.example'],
    ['Zoom Events <noreply@zoom.us>', 'zoom.us'],
  ])('%s is who it says', async (from, domain) => {
    expect(await sent(from, domain)).toMatchObject({ verdict: 'genuine', sender: { standing: 'aligned' } });
  });

  it('a confirmed address under another’s name poses, and is not called forged', async () => {
    const inspection = await sent('Microsoft Teams <no-reply@sportclub.example>', 'sportclub.example');
    expect(inspection.verdict).toBe('suspicious');
    expect(ids(inspection)).toContain('confirmed-but-poses');
    expect(JSON.stringify(inspection)).not.toMatch(/forged/);
  });

  it('a pasted mail is read as a mail', async () => {
    const text = headers('Microsoft Teams <no-reply@teams.mail.microsoft>', 'teams.mail.microsoft').join('\n');
    expect((await inspectInvitation({ kind: 'text', text: `\n${text}` })).kind).toBe('mail');
  });
});

describe('mass mail', () => {
  it.each([
    'https://u12345678.ct.sendgrid.net/ls/click?upn=u001.MadeUp-2FToken-3D',
    'https://acme.us1.list-manage.com/track/click?u=1&id=2&e=3',
    'https://d1.hubspotlinks.com/Ctc/x/y',
  ])('%s is not accused for keeping its secret', async (url) => {
    const inspection = await mail(
      [`<p>Join the Zoom webinar</p><a href="${url}">Join</a>`],
      ['Content-Type: text/html'],
    );
    expect(inspection.verdict).toBe('unknown-server');
  });
});

describe('answers hold nothing that moves or hides', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not leave
  const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
  test.each([
    'zoommtg://evil\u202emoc.mooz/join?confno=1',
    'msteams://x\u001b[2Jy.example/l/meetup-join/1',
    'msteams://gov.teams.microsoft.us/meet/46852323346\u202e807?p=x',
    'https://zoom.us/j/84512345678?pwd=a\u202eb',
    'slack://join-huddle?team=\u200bT1',
  ])('%j', (text) => {
    const inspection = inspectText(text);
    expect(JSON.stringify(inspection).match(UNSEEN)).toBeNull();
  });

  it('in the sender and the title', async () => {
    const one = await mail(['x'], ['From: "Mi\u202era" <mi\u200bra@toolmakers.example>']);
    const two = await entry('SUMMARY:a\u202eb\u001b[2J');
    expect(JSON.stringify([one.sender, two.event]).match(UNSEEN)).toBeNull();
  });

  it('an app’s link that will not be opened is not called official', () => {
    expect(verdict('msteams://gov.teams.microsoft.us/meet/46852323346\u202e807?p=x')).not.toBe('genuine');
    expect(verdict('slack://join-huddle?team=T1\u200b&id=C1')).not.toBe('genuine');
  });
});
