/** Services of one country or one trade, and forwarders that lead on to a meeting of another service. */

import type { Brand, Service, Shape } from './service.ts';

const distinct = (...words: string[]): Brand[] => words.map((word) => ({ word, distinct: true }));
const join = (path: RegExp, more: Partial<Shape> = {}): Shape => ({
  kind: 'join',
  signalStrength: 'none',
  path,
  ...more,
});
const strong = (path: RegExp, more: Partial<Shape> = {}): Shape => ({ ...join(path, more), signalStrength: 'strong' });
const register = (path: RegExp, more: Partial<Shape> = {}): Shape => ({ ...join(path, more), kind: 'register' });

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export const FURTHER_SERVICES: readonly Service[] = [
  {
    id: 'tencent',
    name: 'Tencent Meeting',
    source: 'Public invitations and calendar programs, 2026',
    browser: 'none',
    brands: distinct('tencentmeeting', 'wemeet'),
    claim: /腾讯会议|\btencent meeting\b/i,
    sites: [
      {
        hosts: ['meeting.tencent.com'],
        shapes: [
          strong(/^\/dm\/[A-Za-z0-9]{10,14}\/?$/),
          join(/^\/p\/\d{6,}\/?$/, { personalRoom: true }),
          join(/^\/s\/[A-Za-z0-9]{6}/),
          join(/^\/\/?$/, { query: { meeting_code: /^\d{9}/ } }),
        ],
      },
    ],
    schemes: [{ scheme: 'wemeet', host: 'optional', rest: /^\/(?:page\/)?inmeeting\/?\?/i }],
  },
  {
    id: 'dingtalk',
    name: 'DingTalk',
    source: 'Alibaba’s SDK example; public invitations, 2026',
    browser: 'none',
    brands: distinct('dingtalk'),
    claim: /钉钉|\bdingtalk\b/i,
    sites: [{ hosts: ['meeting.dingtalk.com'], shapes: [join(/^\/j\/[A-Za-z0-9]{8,20}\/?$/)] }],
  },
  {
    id: 'wecom',
    name: 'WeCom',
    source: 'Public tests, 2026',
    browser: 'none',
    brands: [],
    sites: [{ hosts: ['work.weixin.qq.com'], shapes: [join(/^\/webapp\/tm\/\w{8}/)] }],
  },
  {
    id: 'line',
    name: 'LINE Meeting',
    source: 'Public app code, 2026',
    browser: 'same',
    brands: [],
    sites: [{ hosts: ['line.me'], shapes: [strong(/^\/R\/meeting\/[0-9a-f]{32}/i)] }],
  },
  {
    id: 'kmeet',
    name: 'kMeet',
    source: 'Infomaniak’s calendar tests; public invitations, 2026',
    browser: 'same',
    brands: distinct('kmeet'),
    claim: /\bkmeet\b/i,
    sites: [{ hosts: ['kmeet.infomaniak.com'], shapes: [join(/^\/[^/.][^/.]*\/?$/, { named: true })] }],
  },
  {
    id: 'telegram',
    name: 'Telegram',
    source: 'Telegram’s own app for iOS; public tests, 2026',
    browser: 'none',
    brands: [],
    sites: [
      {
        hosts: ['t.me', 'telegram.me'],
        shapes: [
          join(/^\/call\/[\w-]{8}/),
          join(/^\/\w{4,32}\/?$/, { query: { videochat: /^/ } }),
          join(/^\/\w{4,32}\/?$/, { query: { voicechat: /^/ } }),
          join(/^\/\w{4,32}\/?$/, { query: { livestream: /^/ } }),
        ],
      },
    ],
  },
  {
    id: 'element',
    name: 'Element Call',
    source: 'matrix-rust-sdk tests; cal.com app store, 2026',
    browser: 'same',
    brands: [],
    claim: /\belement call\b/i,
    sites: [
      {
        hosts: ['call.element.io', 'call.element.dev'],
        shapes: [join(/^\/(?:room\/?)?$/, { hash: /^#\S/ }), join(/^\/[^/.]+\/?$/, { named: true })],
      },
    ],
  },
  {
    id: 'visio',
    name: 'Visio',
    source: 'suitenumerique/meet documentation, 2026',
    browser: 'same',
    brands: [],
    sites: [
      {
        hosts: ['visio.numerique.gouv.fr', 'visio.suite.anct.gouv.fr'],
        shapes: [join(/^\/[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/)],
      },
    ],
  },
  {
    id: 'opentalk',
    name: 'OpenTalk',
    source: 'Public tests, 2026',
    browser: 'same',
    brands: distinct('opentalk'),
    claim: /\bopentalk\b/i,
    sites: [{ hosts: ['meet.opentalk.eu'], shapes: [join(new RegExp(`^/room/${UUID}/?$`, 'i'))] }],
  },
  {
    id: 'clickmeeting',
    name: 'ClickMeeting',
    source: 'BundledMeetingCatalog tests; public invitations, 2026',
    browser: 'same',
    brands: distinct('clickmeeting', 'clickwebinar'),
    claim: /\bclickmeeting\b/i,
    sites: [
      {
        hosts: ['.clickmeeting.com', '.clickwebinar.com'],
        notOn: 'www api developers help blog knowledge status account-panel'
          .split(' ')
          .map((label) => `${label}.clickmeeting.com`)
          .concat('clickmeeting.com', 'clickwebinar.com'),
        shapes: [register(/^\/[^/]+\/register\/?$/), join(/^\/[^/.]+\/?$/, { named: true })],
      },
    ],
  },
  {
    id: 'bigmarker',
    name: 'BigMarker',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: distinct('bigmarker'),
    claim: /\bbigmarker\b/i,
    sites: [
      {
        hosts: ['www.bigmarker.com', 'bigmarker.com'],
        shapes: [
          join(/^\/conferences\/[^/]+\/(?:api_)?attend/),
          join(/^\/[^/]+\/[^/]+\/?$/, { named: true, query: { bmid: /./ } }),
          register(/^\/[^/]+\/[^/]+\/?$/, { named: true }),
        ],
      },
    ],
    registrantToken: { query: ['bmid'] },
  },
  {
    id: 'adobeconnect',
    name: 'Adobe Connect',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: distinct('adobeconnect'),
    claim: /\badobe connect\b/i,
    sites: [
      {
        hosts: ['.adobeconnect.com'],
        notOn: ['www.adobeconnect.com', 'adobeconnect.com'],
        // Rooms by name, or by r and letters; p and letters are recordings.
        shapes: [
          join(/^\/(?!p[a-z0-9]{10,12}\/?$|common\b|content\b|system\b|admin\b|api\b)[\w-]+\/?$/, { named: true }),
        ],
      },
    ],
  },
  {
    id: 'airmeet',
    name: 'Airmeet',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: distinct('airmeet'),
    claim: /\bairmeet\b/i,
    sites: [{ hosts: ['.airmeet.com'], shapes: [join(new RegExp(`^/e/${UUID}`, 'i'))] }],
  },
  {
    id: 'spatialchat',
    name: 'SpatialChat',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: distinct('spatialchat'),
    sites: [{ hosts: ['spatial.chat', 'app.spatial.chat'], shapes: [join(/^\/s\/[^/]/)] }],
  },
  {
    id: 'pexip',
    name: 'Pexip',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: distinct('pexip'),
    claim: /\bpexip\b/i,
    sites: [
      {
        hosts: ['pexip.me', '.onpexip.com'],
        // `/teams/…` stands in many Teams invitations: instructions for room systems.
        shapes: [join(/^\/(?:meet|webapp\/conference|webapp3\/m)\/[^/]/)],
      },
    ],
  },
  {
    id: 'hopin',
    name: 'RingCentral Events',
    source: 'Public invitations, 2026',
    browser: 'same',
    brands: [],
    sites: [
      {
        hosts: ['hopin.com', 'app.hopin.com', 'events.ringcentral.com'],
        shapes: [register(/^\/events\/[^/]/)],
      },
    ],
  },
  {
    id: 'lfx',
    name: 'Linux Foundation meetings',
    source: 'Public calendars of Linux Foundation projects, 2026',
    browser: 'none',
    brands: [],
    forwarder: true,
    sites: [
      {
        hosts: ['zoom-lfx.platform.linuxfoundation.org'],
        shapes: [join(/^\/meeting\/\d{9,11}\/?$/)],
      },
    ],
    passcode: { query: ['password'] },
  },
  {
    id: 'calendly',
    name: 'Calendly',
    source: 'Calendly’s API example; public calendars, 2026',
    browser: 'none',
    brands: [],
    forwarder: true,
    sites: [
      {
        hosts: ['calendly.com'],
        shapes: [
          join(/^\/events\/[\w-]{8,}\/(?:google_meet|microsoft_teams|teams|zoom|webex|gotomeeting|goto_meeting)\/?$/),
        ],
      },
    ],
  },
  {
    id: 'luma',
    name: 'Luma',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations, 2026',
    browser: 'none',
    brands: [],
    forwarder: true,
    sites: [{ hosts: ['luma.com', 'lu.ma', 'www.luma.com'], shapes: [join(/^\/join\/(?!complete)[\w-]{6}/)] }],
  },
  {
    id: 'reclaim',
    name: 'Reclaim',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations, 2026',
    browser: 'none',
    brands: [],
    forwarder: true,
    sites: [{ hosts: ['reclaim.ai', 'app.reclaim.ai'], shapes: [join(/^\/z\/[^/]/)] }],
  },
];
