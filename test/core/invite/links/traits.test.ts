/** What an official link carries, how to join it in a browser, and what may be passed on. */
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../../electron/core/invite/index.ts';

const none = { passcodeInLink: false, personalRoom: false, hostToken: false, registrantToken: false };

describe('traits', () => {
  it.each([
    ['https://zoom.us/j/81000020003', {}],
    ['https://zoom.us/j/81000020003?pwd=x1', { passcodeInLink: true }],
    ['https://zoom.us/j/2100002000?pwd=x1?omn=91000020003', { passcodeInLink: true, personalRoom: true }],
    ['https://zoom.us/j/81000020003?omn=91000020003', {}],
    ['https://zoom.us/my/mira', { personalRoom: true }],
    ['https://zoom.us/s/81000020003?zak=k', { hostToken: true }],
    ['https://zoom.us/w/81000020003?tk=t', { registrantToken: true }],
    ['https://teams.microsoft.com/v2/?meetingjoin=true#/meet/2310000200031?p=x1', { passcodeInLink: true }],
    [
      'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F2310000200031%3Fp%3Dx1',
      { passcodeInLink: true },
    ],
    ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%7d', {}],
    ['https://toolmakers.webex.com/join/mira', { personalRoom: true }],
    ['https://www.gotomeet.me/MiraHolt', { personalRoom: true }],
    ['https://tool.whereby.com/room?roomKey=k', { hostToken: true }],
    ['https://meet.jit.si/Room?jwt=a.b.c', { hostToken: true }],
    ['https://meet.jit.si/Room#config.startWithAudioMuted=true', {}],
    ['https://signal.link/call/#key=bcdf-ghkm', { passcodeInLink: true }],
    ['https://facetime.apple.com/join#v=1&p=a&k=b', { passcodeInLink: true }],
    ['https://bluejeans.com/910002000/1234', { passcodeInLink: true }],
    ['zoommtg://zoom.us/join?confno=81000020003&pwd=x1', { passcodeInLink: true }],
  ])('%s', (url, traits) => {
    expect(inspectText(url)).toMatchObject({ verdict: 'genuine', ...none, ...traits });
  });
});

describe('joining in a browser', () => {
  it.each([
    ['https://us02web.zoom.us/j/81000020003?pwd=x1.1', 'https://us02web.zoom.us/wc/join/81000020003?pwd=x1.1'],
    ['zoommtg://zoom.us/join?confno=81000020003&pwd=x1', 'https://zoom.us/wc/join/81000020003?pwd=x1'],
    ['https://zoom.us/my/mira', null],
    ['https://meet.google.com/pqr-stuv-wxy', 'https://meet.google.com/pqr-stuv-wxy'],
    ['msteams:/l/meetup-join/19%3ameeting_x/0', 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0'],
    ['https://signal.link/call/#key=bcdf-ghkm', null],
  ])('%s', (url, browser) => expect(inspectText(url).browserJoinUrl).toBe(browser));

  it('offers nothing for a link that is not official', () => {
    expect(inspectText('https://us05web-zoom.us/j/81000020003')).toMatchObject({
      browserJoinUrl: null,
      shareUrl: null,
    });
  });
});

describe('passing on', () => {
  it.each([
    ['https://zoom.us/s/81000020003?zak=secret&pwd=x1', 'https://zoom.us/j/81000020003?pwd=x1'],
    ['https://zoom.us/w/81000020003?tk=secret', 'https://zoom.us/w/81000020003'],
    ['https://tool.whereby.com/room?roomKey=secret', 'https://tool.whereby.com/room'],
    ['https://meet.jit.si/Room?jwt=secret#config.x=1', 'https://meet.jit.si/Room#config.x=1'],
    ['https://zoom.us/j/81000020003?pwd=x1', 'https://zoom.us/j/81000020003?pwd=x1'],
  ])('%s', (url, share) => expect(inspectText(url).shareUrl).toBe(share));
});

describe('taking the link apart', () => {
  it('marks the part that is only there to be read, and names the owner', () => {
    const anatomy = inspectText('https://zoom.us.desk.example/j/81000020003').anatomy;
    expect(anatomy).toMatchObject({ host: 'zoom.us.desk.example', owner: 'desk.example' });
    expect(anatomy?.pieces.filter((piece) => piece.deceptive).map((piece) => piece.text)).toEqual(['zoom.us.']);
  });

  it('shows the letters a foreign name imitates', () => {
    expect(inspectText('https://z\u043e\u043em.us/j/81000020003').anatomy).toMatchObject({
      host: 'xn--zm-fmca.us',
      readableHost: 'z\u043e\u043em.us',
    });
  });

  it('gives pieces that make up the whole text', () => {
    for (const url of [
      'https://zoom.us@desk.example:8443/a?b#c',
      'zoommtg://zoom.us/join?confno=81000020003',
      'http://zoom.us/j/81000020003',
    ]) {
      const anatomy = inspectText(url).anatomy;
      expect(anatomy?.pieces.map((piece) => piece.text).join('')).toBe(anatomy?.text);
    }
  });
});
