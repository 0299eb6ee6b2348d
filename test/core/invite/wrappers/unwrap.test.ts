/** Links that a mail filter or a redirector wrapped: opened without any network, judged by what is inside. */
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../../electron/core/invite/index.ts';

const verdict = (text: string): string => inspectText(text).verdict;

describe('wrapped links', () => {
  const target = 'https://zoom.us/j/81000020003?pwd=x1';
  const encoded = encodeURIComponent(target);
  it.each([
    ['Safe Links', `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&reserved=0`],
    [
      'Safe Links out of a chat, encoded twice',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(encoded)}`,
    ],
    ['Safe Links for apps', `https://eur01.safelinks.protection.outlook.com/ap/w-1/?url=${encoded}&data=x`],
    ['urldefense v1', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`],
    ['urldefense v2', 'https://urldefense.com/v2/url?u=https-3A__zoom.us_j_81000020003-3Fpwd-3Dx1&d=x'],
    ['urldefense v3', 'https://urldefense.com/v3/__https://zoom.us/j/81000020003?pwd=x1__;!!abc!def$'],
    ['Google', `https://www.google.com/url?q=${encoded}&sa=D&source=calendar`],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1`],
    ['Cisco', `https://secure-web.cisco.com/1invented/${encoded}`],
    [
      'two layers',
      `https://www.google.com/url?q=${encodeURIComponent(`https://eur01.safelinks.protection.outlook.com/?url=${encoded}`)}`,
    ],
  ])('%s', (_what, url) => {
    expect(inspectText(url)).toMatchObject({
      verdict: 'genuine',
      service: 'zoom',
      joinUrl: target,
      passcodeInLink: true,
    });
  });

  it('puts the replaced characters of urldefense v3 back, runs included', () => {
    const url =
      'https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3ameeting_x*40thread.v2/0?context=***__;JSUjIys!!a!b$';
    const inspection = inspectText(url.replace('***', '**A'));
    expect(inspection.joinUrl).toBe(
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=##',
    );
  });

  it.each([
    ['a wrapper on a foreign host', `https://safelinks.protection.outlook.com.desk.example/?url=${encoded}`],
    [
      'a look-alike inside',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://us05web-zoom.us/j/1')}`,
    ],
    [
      'encoded more often than any mail program does',
      `https://eur01.safelinks.protection.outlook.com/?url=${[1, 2, 3].reduce((text) => encodeURIComponent(text), encoded)}`,
    ],
    ['http inside', `https://www.google.com/url?q=${encodeURIComponent('http://zoom.us/j/81000020003')}`],
  ])('%s is suspicious', (_what, url) => expect(verdict(url)).toBe('suspicious'));
});
