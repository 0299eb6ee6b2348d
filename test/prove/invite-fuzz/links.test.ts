/**
 * Mutated links by the million: prototype words, control and direction characters, gateways round everything. Every one
 * has an answer, and none is called official whose host, read by the URL standard alone, is not on a list kept here.
 * `GREENROOM_FUZZ_LINKS` (10,000,000), `GREENROOM_FUZZ_SECONDS` (1,800) and `GREENROOM_FUZZ_SEED` may be set.
 */
import { expect, test } from 'vitest';
import { inspectTextBriefly } from '../../../electron/core/invite/index.ts';
import { SERVICES } from '../../../electron/core/invite/services/index.ts';

const COUNT = Number(process.env.GREENROOM_FUZZ_LINKS ?? 10_000_000);
const SECONDS = Number(process.env.GREENROOM_FUZZ_SECONDS ?? 1_800);
const SEED = Number(process.env.GREENROOM_FUZZ_SEED ?? Date.now() % 2 ** 31);

let state = SEED >>> 0;
const random = (below: number): number => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) % below;
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

const official = SERVICES.flatMap(({ sites }) => sites.flatMap(({ hosts }) => hosts));
const isOfficial = (host: string): boolean =>
  official.some((entry) => (entry.startsWith('.') ? `.${host}`.endsWith(entry) : host === entry));
const SCHEMES = new Set(SERVICES.flatMap(({ schemes }) => schemes ?? []).map(({ scheme }) => `${scheme}:`));

const LINKS = [
  'https://us02web.zoom.us/j/84512345678?pwd=Ab1.1',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d',
  'https://teams.live.com/meet/9312345678901?p=x',
  'https://meet.google.com/abc-defg-hij',
  'https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef',
  'https://signal.link/call/#key=bcdf-ghkm',
  'https://whereby.com/tool-room',
  'https://desk.example/x',
  'zoommtg://zoom.us/join?confno=84512345678',
  'msteams:/l/meetup-join/19%3ameeting_x/0',
  'slack://join-huddle?team=T1&id=C1',
  'javascript:alert(1)',
  '\\\\203.0.113.9\\x\\y.lnk',
];
const WORDS = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__'],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\t',
    '\n',
    '\r',
    '\u0085',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\ud800',
    '\u{1042c}',
  ],
  ...[
    '@',
    ':',
    '//',
    '\\',
    '%00',
    '%2f',
    '%40',
    '%252e',
    '.',
    '..',
    '。',
    ';',
    '?',
    '#',
    '&',
    '=',
    ' ',
    '"',
    '<',
    '>',
    '|',
    '{"',
  ],
  ...[
    'zoom.us',
    '.example',
    'desk.example',
    ':8443',
    'user@',
    '\u043e',
    'xn--',
    '[::1]',
    '203.0.113.9',
    'https://',
    'http://',
  ],
];
const WRAPS: readonly ((url: string) => string)[] = [
  (url) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url.toWellFormed())}&data=x`,
  (url) => `https://urldefense.com/v3/__${url}__;${pick(['', 'JSU', 'w6Pigqw'])}!!a!b$`,
  (url) => `https://urldefense.com/v2/url?u=${url.replaceAll('%', '-').replaceAll('/', '_')}`,
  (url) => `https://www.google.com/url?q=${encodeURIComponent(url.toWellFormed())}`,
  (url) => `https://protect.checkpoint.com/v2/r02/___${url}___.sig`,
  (url) => `https://gate.example/?u=${encodeURIComponent(url.toWellFormed())}`,
  (url) => `https://gate.example/r/${Buffer.from(url).toString('base64url')}`,
  (url) => `https://eu-west-1.protection.sophos.com/?u=${Buffer.from(url).toString('base64')}`,
  (url) => `https://us05web--zoom-us.translate.goog/${url}`,
  (url) => `<a href="${url}">${pick(LINKS)}</a>`,
  (url) => `<${pick(WORDS)} x=1>Join Zoom <${url}>`,
  (url) => `Join the meeting: ${url}`,
];

const mutated = (): string => {
  let text = pick(LINKS);
  for (let layer = random(3); layer > 0; layer -= 1) text = pick(WRAPS)(text);
  for (let edits = random(5); edits > 0; edits -= 1) {
    const at = random(text.length + 1);
    const cut = random(3) === 0 ? random(6) : 0;
    text = text.slice(0, at) + (random(4) === 0 ? '' : pick(WORDS)) + text.slice(at + cut);
  }
  return text;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not leave
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

test(
  `${COUNT} mutated links: always an answer, never official off the list`,
  () => {
    console.log(`seed ${SEED}`);
    const end = Date.now() + SECONDS * 1000;
    let done = 0;
    let genuine = 0;
    for (; done < COUNT; done += 1) {
      if (done % 4096 === 0 && Date.now() > end) break;
      const text = mutated();
      const { verdict, joinUrl, reasons } = inspectTextBriefly(text);
      if (joinUrl !== null && UNSEEN.test(joinUrl)) expect.fail(`unseen characters leave: ${JSON.stringify(text)}`);
      for (const reason of reasons)
        if (UNSEEN.test(reason.text)) expect.fail(`unseen characters in a reason: ${JSON.stringify(text)}`);
      if (verdict !== 'genuine') continue;
      genuine += 1;
      const url = URL.canParse(joinUrl ?? '') ? new URL(joinUrl ?? '') : null;
      const isWeb = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
      const isListed = isWeb ? isOfficial(url.hostname.replace(/\.$/, '')) : SCHEMES.has(url?.protocol ?? '');
      if (!isListed) expect.fail(`called official: ${JSON.stringify(text)} → ${joinUrl}`);
    }
    console.log(`${done} links, ${genuine} of them official`);
    expect(genuine).toBeGreaterThan(done / 100);
  },
  (SECONDS + 60) * 1000,
);
