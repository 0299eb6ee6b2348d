/** One rule a block: which links are official, which pose, which are unknown, which are nothing. */
import { describe, expect, it } from 'vitest';
import { type Inspection, inspectText } from '../../../../electron/core/invite/index.ts';
import { GENUINE } from '../genuine-links.ts';

const verdict = (text: string): string => inspectText(text).verdict;
const ids = ({ reasons }: Inspection): string[] => reasons.map(({ id }) => id);

describe('official links', () => {
  it.each(GENUINE)('$service: $url', ({ service, url }) => {
    expect(inspectText(url)).toMatchObject({ verdict: 'genuine', service });
  });

  it.each([
    'HTTPS://US02WEB.ZOOM.US/j/81000020003',
    'https://zoom.us:443/j/81000020003',
    'https://zoom.us./j/81000020003',
    '  https://zoom.us/j/81000020003\n',
    '\ufeffhttps://zoom.us/j/81000020003',
    '<https://zoom.us/j/81000020003>.',
    '(https://zoom.us/j/81000020003)',
    'https://us02web.zoom.us/%6A/81000020003',
    'zoom.us/j/81000020003',
    '参加：https://zoom.us/j/81000020003。',
    'https://meet.google.com/pqr-stuv-wxyに参加してください',
    '[Join](https://zoom.us/j/81000020003)',
    '<a href="&#104;ttps://zoom.us/j/81000020003">Join</a>',
  ])('written in a harmless way: %j', (text) => expect(verdict(text)).toBe('genuine'));

  it.each([
    ['zoommtg://ZOOM.US/join?confno=81000020003&pwd=x1', 'zoom'],
    ['msteams:/l/meetup-join/19%3ameeting_x%40thread.v2/0', 'teams'],
    ['msteams://l/meetup-join/19%3ameeting_x', 'teams'],
    ['sgnl://signal.link/call/#key=bcdf-ghkm', 'signal'],
    ['slack://join-huddle?team=T1&id=C1', 'slack'],
    ['jitsi-meet://meet.jit.si/ToolMakers', 'jitsi'],
  ])('the app’s own scheme: %s', (url, service) => {
    expect(inspectText(url)).toMatchObject({ verdict: 'genuine', service });
  });
});

describe('pages of the vendors are no meetings', () => {
  it.each([
    'https://zoom.us/u/kInvented',
    'https://us02web.zoom.us/rec/share/invented',
    'https://us02web.zoom.us/meeting/tZinvented/ics?icsToken=x',
    'https://zoom.us/j/123456789012',
    'https://zoom.us/pricing',
    'https://teams.microsoft.com/l/channel/19%3a/General',
    'https://teams.microsoft.com/meetingOptions/?organizerId=x',
    'https://aka.ms/JoinTeamsMeeting',
    'https://meet.google.com/landing',
    'https://tel.meet/pqr-stuv-wxy?pin=1',
    'https://help.webex.com/',
    'https://whereby.com/pricing',
    'https://chat.whatsapp.com/invented',
    'https://calendar.google.com/calendar/render?location=https%3A%2F%2Fzoom.us%2Fj%2F81000020003',
  ])('%s', (url) => expect(verdict(url)).toBe('not-a-meeting'));
});

describe('ordinary text and links stay ordinary', () => {
  it.each([
    'https://www.example.org/meet/the-team',
    'https://www.example.org/join/us',
    'https://blog.example.org/notes/call-log#top',
    'https://www.example.org/j/12',
    'https://photozoom.example.org/',
    'https://www.loom.com/share/0123',
    'https://www.zoominfo.com/c/toolmakers/1',
    'https://room.com/',
    'https://192.0.2.10/',
    'https://user:pass@intranet.example.org/wiki',
    'mailto:a@example.org?body=https%3A%2F%2Fzoom.us%2Fj%2F81000020003',
    'tel:+15550100',
    'geo:52.5,13.4',
    'Our teams meet on Tuesday in room 4.',
    'Please join the Zoom meeting on Friday. Agenda here: https://docs.example.org/agenda',
    'Book a slot: https://calendly.com/toolmakers/intro',
    '',
  ])('%j', (text) => expect(verdict(text)).toBe('not-a-meeting'));
});

describe('tricks with the address', () => {
  it.each([
    ['an official name that goes on', 'https://zoom.us.desk.example/j/81000020003', 'imitates-service'],
    ['even without a meeting path', 'https://teams.microsoft.com.desk.example/', 'imitates-service'],
    ['part of an official name', 'https://meet.google.desk-join.example/pqr-stuv-wxy', 'imitates-service'],
    ['a hyphen for a dot', 'https://us05web-zoom.us/j/81000020003', 'hyphen-for-dot'],
    ['swapped letters', 'https://zoorn.us/', 'look-alike-letters'],
    ['a letter too many', 'https://wherebyy.com/tool-makers', 'near-miss'],
    ['Cyrillic letters', 'https://z\u043e\u043em.us/j/81000020003', 'foreign-letters'],
    ['punycode', 'https://xn--zm-fmca.us/j/81000020003', 'foreign-letters'],
    ['accents', 'https://whereb\u00fd.com/tool-makers', 'foreign-letters'],
    ['a region name of Zoom', 'https://us07web.example/j/81000020003', 'imitates-service'],
    ['the brand on free hosting', 'https://my-zoom-99.netlify.app/j/81000020003', 'strangers-page'],
    ['another top level', 'https://zoom.de/j/81000020003', 'imitates-service'],
    ['the path of a service', 'https://desk.example/l/meetup-join/19%3ameeting_x/0', 'poses-by-path'],
    ['the official name in the path', 'https://desk.example/zoom.us/w/81000020003', 'official-name-in-path'],
    [
      'a foreign redirector without a scheme',
      'https://desk.example/go?url=zoom.us%2Fmy%2Fmira',
      'official-name-in-path',
    ],
    ['a user name that is a host', 'https://zoom.us@desk.example/', 'user-info'],
    ['a user name before the real host', 'https://mira@zoom.us/j/81000020003', 'user-info'],
    ['an unusual port', 'https://zoom.us:8443/j/81000020003', 'odd-port'],
    ['no encryption', 'http://zoom.us/j/81000020003', 'plain-http'],
    ['an encoded dot', 'https://zoom.us%2edesk.example/j/81000020003', 'imitates-service'],
    ['encoded letters', 'https://zo%6fm.us/j/81000020003', 'percent-in-host'],
    ['an encoded @', 'https://zoom.us%40desk.example/j/81000020003', 'unreadable'],
    ['full-width letters', 'https://\uff5aoom.us/j/81000020003', 'disguised-letters'],
    ['an ideographic dot', 'https://zoom.us\u3002desk.example/j/81000020003', 'imitates-service'],
    ['a soft hyphen', 'https://zo\u00adom.us/j/81000020003', 'invisible-character'],
    ['a tab in the host', 'https://zo\tom.us/j/81000020003', 'control-character'],
    ['a line break in the scheme', 'ht\ntps://zoom.us/j/81000020003', 'control-character'],
    ['backslashes', 'https:\\\\zoom.us\\j\\81000020003', 'odd-slashes'],
    ['one slash', 'https:/zoom.us/j/81000020003', 'odd-slashes'],
    ['a number for a host', 'https://3232235777/j/81000020003', 'number-address'],
    ['an octal address', 'https://0300.0250.1.1/j/81000020003', 'number-address'],
    ['an IPv6 address', 'https://[2001:db8::1]/j/81000020003', 'number-address'],
    ['a semicolon in the host', 'https://zoom.us;desk.example/j/81000020003', 'odd-host-character'],
    [
      'a second address to go on to',
      'https://zoom.us/j/81000020003?redirect=https://desk.example/',
      'redirects-elsewhere',
    ],
    ['a script', "javascript:location='https://zoom.us/j/81000020003'", 'dangerous-scheme'],
    ['a script in capitals', "JaVaScRiPt:open('//zoom.us')", 'dangerous-scheme'],
    [
      'a data address',
      `data:text/html;base64,${btoa('<script>location="https://zoom.us/j/1"</script>')}`,
      'dangerous-scheme',
    ],
    ['an app link elsewhere', 'zoommtg://desk.example/join?confno=81000020003', 'app-link-elsewhere'],
    ['an app link with an encoded host', 'zoommtg://zoom%2eus/join?confno=81000020003', 'app-link-elsewhere'],
    ['an app link with an empty port', 'zoomus://zoom.us:/join?confno=81000020003', 'app-link-elsewhere'],
    ['a scheme no service uses', 'ftp://zoom.us/j/81000020003', 'dangerous-scheme'],
    ['a Windows network path', '\\\\desk.example\\zoom.us\\j', 'dangerous-scheme'],
    ['an app link without a host', 'zoommtg:zoom.us/join?confno=81000020003', 'app-link-elsewhere'],
  ])('%s: %j', (_what, text, id) => {
    const inspection = inspectText(text);
    expect(inspection.verdict).toBe('suspicious');
    expect(ids(inspection)).toContain(id);
  });

  it('names the service that is imitated', () => {
    expect(inspectText('https://us05web-zoom.us/j/81000020003').service).toBe('zoom');
    expect(inspectText('https://desk.example/l/meetup-join/19%3ameeting_x/0').service).toBe('teams');
    expect(inspectText('https://meet.google.desk.example/pqr-stuv-wxy').service).toBe('meet');
  });
});

describe('what the text says against where the link goes', () => {
  it.each([
    ['HTML', '<a href="https://desk.example/x">https://zoom.us/j/81000020003</a>', 'text-differs-from-target'],
    ['Outlook', 'https://zoom.us/j/81000020003<https://desk.example/x>', 'text-differs-from-target'],
    ['Markdown', '[https://zoom.us/j/81000020003](https://desk.example/x)', 'text-differs-from-target'],
    ['a promise', 'Join Zoom Meeting\nhttps://desk.example/room', 'claimed-by-text'],
    [
      'a promise in a button',
      '<p>Microsoft Teams meeting</p><a href="https://desk.example/room">Click here to join</a>',
      'claimed-by-text',
    ],
    ['a short link', 'Join our Google Meet: https://bit.ly/invented', 'short-link'],
    [
      'a base address',
      '<base href="https://desk.example/"><a href="/j/81000020003">Join Zoom Meeting</a>',
      'poses-by-path',
    ],
    ['a form', '<form action="https://us05web-zoom.us/j/1"></form>', 'hyphen-for-dot'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://us05web-zoom.us/j/1">', 'hyphen-for-dot'],
    ['an SVG link', '<svg><a xlink:href="https://us05web-zoom.us/j/1"><text>x</text></a></svg>', 'hyphen-for-dot'],
    ['a hidden scheme', '<a href="java&#10;script:open(\'https://zoom.us\')">Join</a>', 'dangerous-scheme'],
    [
      'a second link',
      'https://zoom.us/j/81000020003 or, if that fails, https://us05web-zoom.us/j/81000020003',
      'hyphen-for-dot',
    ],
    [
      'a command',
      'https://meet.google.com/pqr-stuv-wxy\nIf the sound fails press Windows+R, then Ctrl+V.',
      'asks-to-run',
    ],
    [
      'a device code',
      'https://teams.live.com/meet/9310000200031?p=x1 and enter the code at microsoft.com/devicelogin',
      'asks-for-device-code',
    ],
  ])('%s', (_what, text, id) => {
    const inspection = inspectText(text);
    expect(inspection.verdict).toBe('suspicious');
    expect(ids(inspection)).toContain(id);
  });

  it('does not mind other links beside a genuine one', () => {
    expect(verdict('Join Zoom Meeting\nhttps://zoom.us/j/81000020003\n\nAgenda: https://docs.example.org/agenda')).toBe(
      'genuine',
    );
    expect(
      verdict(
        '<a href="https://zoom.us/j/81000020003">Join</a> <a href="https://news.example.org/t?x=1">www.example.org</a>',
      ),
    ).toBe('genuine');
  });
});

describe('servers nobody can judge from outside', () => {
  it.each([
    'https://meet.chess-club.example/TuesdayEvening',
    'https://jitsi.example.org/Tuesday',
    'https://bbb.example.edu/b/mir-abc-def',
    'https://cloud.example.org/call/abcd1234',
    'https://visio.example.org/pqr-stuv-wxy',
    'jitsi-meet://meet.example.org/Tuesday',
    'https://bit.ly/invented',
    'https://protect-eu.mimecast.com/s/invented?domain=zoom.us',
    'https://meet.zoho.jp/pqrs-tuv-wxy',
  ])('%s', (url) => expect(verdict(url)).toBe('unknown-server'));
});
