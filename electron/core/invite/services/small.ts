/** The services fewer invitations use, one row each. */

import { messages } from '../../messages/messages.ts';
import type { Brand, Service, Shape, ShapeKind, SignalStrength } from './service.ts';

const retired = messages('retired', {
  chime: 'Amazon ended Chime on 20 February 2026.',
  bluejeans: 'BlueJeans was closed by its owner.',
  skype: 'Microsoft closed Skype on 5 May 2025.',
});

const distinct = (...words: string[]): Brand[] => words.map((word) => ({ word, distinct: true }));
const word = (...words: string[]): Brand[] => words.map((w) => ({ word: w, distinct: false }));
const shape = (telltale: SignalStrength, path: RegExp, more: Partial<Shape> = {}): Shape => ({
  kind: 'join' satisfies ShapeKind,
  signalStrength: telltale,
  path,
  ...more,
});

export const SMALL_SERVICES: readonly Service[] = [
  {
    id: 'goto',
    source: 'MeetingBar 26eef52e (2026-07-14); BundledMeetingCatalog tests; public invitations and tests, 2026',
    name: 'GoTo Meeting',
    browser: 'same',
    brands: [...distinct('gotomeeting', 'gotowebinar', 'gotomeet'), ...word('goto')],
    claim: /\bgoto ?(?:meeting|webinar)\b/i,
    sites: [
      {
        hosts: ['meet.goto.com'],
        shapes: [
          shape('none', /^\/\d{9}\/?$/),
          shape('none', /^\/[\w.-]*[a-z][\w.-]*\/?$/i, { named: true, personalRoom: true }),
        ],
      },
      { hosts: ['.gotomeeting.com'], shapes: [shape('weak', /^\/join\/\d{9}\/?$/)] },
      {
        hosts: ['gotomeet.me', 'www.gotomeet.me'],
        shapes: [shape('none', /^\/[^/]+\/?$/, { named: true, personalRoom: true })],
      },
      {
        hosts: ['.gotowebinar.com'],
        shapes: [
          shape('weak', /^\/(?:register|rt)\/\d{6}/, { kind: 'register' }),
          shape('weak', /^\/(?:join|eojoin)\/\d{6}/),
        ],
      },
      { hosts: ['.gototraining.com'], shapes: [shape('weak', /^\/(?:join|rt)\/\d{6}/)] },
    ],
  },
  {
    id: 'ringcentral',
    source:
      'BundledMeetingCatalog tests; sublime-rules link_fake_fax_low_reputation.yml; public invitations and tests, 2026',
    name: 'RingCentral',
    browser: 'same',
    brands: distinct('ringcentral', 'officeathand', 'btcloudphone', 'unifyoffice'),
    claim: /\bringcentral\b/i,
    sites: [
      {
        hosts: [
          'v.ringcentral.com',
          'video.ringcentral.com',
          'meetings.ringcentral.com',
          'meetings.officeathand.att.com',
          'meetings-officeathand.att.com',
          'meetings.btcloudphone.bt.com',
          'meetings.businessconnect.telus.com',
          'video.unifyoffice.com',
        ],
        shapes: [
          shape('strong', /^\/join\/\d{6,12}\/?$/, { query: { pw: /^[0-9a-f]{16}/i } }),
          shape('weak', /^\/join\/\d{6,12}\/?$/),
          shape('weak', /^\/j\/\d{9,11}\/?$/),
          shape('weak', /^\/join\/?$/, { query: { mid: /^\d{6}/ } }),
          shape('none', /^\/(?:join|teleconference)\/[\w-]{3,}\/?$/),
        ],
      },
    ],
    passcode: { query: ['pw'] },
  },
  {
    id: 'slack',
    source: 'MeetingBar 26eef52e (2026-07-14); BundledMeetingCatalog tests; public invitations and tests, 2026',
    name: 'Slack',
    browser: 'none',
    brands: distinct('slack'),
    claim: /\bslack huddle\b/i,
    sites: [{ hosts: ['app.slack.com'], shapes: [shape('strong', /^\/huddle\/[TE]\w+\/\w/)] }],
    schemes: [{ scheme: 'slack', host: 'none', rest: /^(?:\/\/)?join-huddle\/?\?/i }],
  },
  {
    id: 'discord',
    source: 'public invitations and tests, 2026',
    name: 'Discord',
    browser: 'none',
    brands: distinct('discord'),
    claim: /\bdiscord\b/i,
    sites: [
      { hosts: ['discord.gg', 'www.discord.gg'], shapes: [shape('none', /^\/[\w-]{2,}\/?$/)] },
      {
        hosts: [
          'discord.com',
          'www.discord.com',
          'ptb.discord.com',
          'canary.discord.com',
          'discordapp.com',
          'www.discordapp.com',
        ],
        shapes: [
          shape('none', /^\/invite\/[\w-]{2,}\/?$/),
          shape('none', /^\/events\/\d{6,}\/\d{6}/),
          shape('strong', /^\/channels\/\d{6,}\/\d{6}/),
        ],
      },
    ],
    schemes: [{ scheme: 'discord', host: 'optional', rest: /^\/(?:invite\/\w|channels\/\d+\/\d)/i }],
  },
  {
    id: 'whereby',
    source: 'BundledMeetingCatalog tests; public invitations and tests, 2026',
    name: 'Whereby',
    browser: 'same',
    brands: distinct('whereby'),
    claim: /\bwhereby\b(?=.{0,12}(?:room|meeting|link))/i,
    sites: [{ hosts: ['.whereby.com'], shapes: [shape('none', /^\/[^/.][^/]*\/?$/, { named: true })] }],
    hostToken: { query: ['roomKey'] },
  },
  {
    id: 'jitsi',
    source: 'jitsi/handbook docs/community/instances.md; public invitations and tests, 2026',
    name: 'Jitsi Meet',
    browser: 'same',
    brands: word('jit'),
    selfHosted: true,
    sites: [{ hosts: ['meet.jit.si'], shapes: [shape('none', /^\/[^/.][^/]*(?:\/[^/]+)?\/?$/)] }],
    schemes: [{ scheme: 'jitsi-meet', host: 'host', rest: /^\/[^/]/ }],
    hostToken: { query: ['jwt'] },
  },
  {
    id: '8x8',
    source:
      'BundledMeetingCatalog tests; jitsi/handbook instances.md names 8x8.vc an official server; public invitations and tests, 2026',
    name: '8x8',
    browser: 'same',
    brands: distinct('8x8'),
    claim: /\b8x8\b/i,
    sites: [
      {
        hosts: ['8x8.vc'],
        shapes: [
          shape('strong', /^\/vpaas-magic-cookie-\w+\/[^/]/),
          shape('none', /^\/[^/]+\/[^/]+\/?$/, { named: true }),
        ],
      },
    ],
    hostToken: { query: ['jwt'] },
  },
  {
    id: 'zoho',
    source: 'public invitations and tests, 2026',
    name: 'Zoho',
    browser: 'same',
    brands: distinct('zoho'),
    claim: /\bzoho\b/i,
    sites: [
      {
        hosts: 'com eu in com.au com.cn'.split(' ').map((region) => `meet.zoho.${region}`),
        shapes: [
          shape('weak', /^\/[a-z]{4}-[a-z]{3}-[a-z]{3}\/?$/),
          shape('none', /^\/[\w-]{4,}\/?$/, { named: true }),
        ],
      },
      {
        hosts: 'com eu in com.au com.cn'
          .split(' ')
          .flatMap((region) => [`meeting.zoho.${region}`, `webinar.zoho.${region}`]),
        shapes: [
          shape('weak', /^\/(?:meeting\/)?join\/?$/, { query: { key: /^\d{6}/ } }),
          shape('none', /^\/meeting\/register\/?$/, { kind: 'register', query: { sessionId: /^\d{4}/ } }),
        ],
      },
      { hosts: ['cliq.zoho.com', 'cliq.zoho.eu', 'cliq.zoho.in'], shapes: [shape('none', /^\/meetings\/[^/]/)] },
    ],
  },
  {
    id: 'chime',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Amazon Chime',
    browser: 'same',
    brands: word('chime'),
    claim: /\bamazon chime\b/i,
    retired: retired.chime,
    sites: [
      { hosts: ['chime.aws'], shapes: [shape('none', /^\/\d{10}\/?$/)] },
      { hosts: ['app.chime.aws'], shapes: [shape('none', /^\/(?:meetings\/)?\d{10}\/?$/)] },
    ],
  },
  {
    id: 'bluejeans',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'BlueJeans',
    browser: 'none',
    brands: distinct('bluejeans'),
    claim: /\bbluejeans\b/i,
    retired: retired.bluejeans,
    sites: [{ hosts: ['.bluejeans.com'], shapes: [shape('none', /^\/\d{5,}(?:\/[^/]+)?\/?$/)] }],
    passcode: { path: /^\/\d{5,}\/\d/ },
  },
  {
    id: 'skype',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Skype',
    browser: 'none',
    brands: distinct('skype'),
    claim: /\bskype\b/i,
    retired: retired.skype,
    sites: [
      { hosts: ['join.skype.com'], shapes: [shape('none', /^\/(?:invite\/)?\w{8,}\/?$/)] },
      { hosts: ['meet.lync.com'], shapes: [shape('none', /^\/[^/]+\/[^/]+\/[^/]+\/?$/)] },
    ],
  },
];
