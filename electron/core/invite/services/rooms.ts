/** Studios, rooms and forwarders that turn up in invitations now and then. */

import type { Brand, Service, Shape } from './service.ts';

const distinct = (...words: string[]): Brand[] => words.map((word) => ({ word, distinct: true }));
const word = (...words: string[]): Brand[] => words.map((w) => ({ word: w, distinct: false }));
const join = (telltale: Shape['signalStrength'], path: RegExp, more: Partial<Shape> = {}): Shape => ({
  kind: 'join',
  signalStrength: telltale,
  path,
  ...more,
});

export const ROOM_SERVICES: readonly Service[] = [
  {
    id: 'daily',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Daily',
    browser: 'same',
    brands: word('daily'),
    sites: [
      {
        hosts: ['.daily.co'],
        notOn: ['daily.co', 'www.daily.co', 'docs.daily.co', 'api.daily.co', 'dashboard.daily.co', 'help.daily.co'],
        shapes: [join('none', /^\/[^/]+\/?$/, { named: true })],
      },
    ],
    registrantToken: { query: ['t'] },
  },
  {
    id: 'streamyard',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'StreamYard',
    browser: 'same',
    brands: distinct('streamyard'),
    claim: /\bstreamyard\b/i,
    sites: [
      {
        hosts: ['streamyard.com', 'www.streamyard.com'],
        shapes: [join('none', /^\/(?:(?:guest|watch)\/)?[A-Za-z0-9]{8,13}\/?$/, { named: true })],
      },
    ],
  },
  {
    id: 'riverside',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Riverside',
    browser: 'same',
    brands: word('riverside'),
    sites: [
      {
        hosts: ['riverside.fm', 'www.riverside.fm', 'riverside.com', 'www.riverside.com'],
        shapes: [join('none', /^\/studio\/[^/]/)],
      },
    ],
  },
  {
    id: 'cal',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Cal Video',
    browser: 'same',
    brands: [],
    sites: [{ hosts: ['app.cal.com', 'app.cal.eu'], shapes: [join('none', /^\/video\/\w/)] }],
  },
  {
    id: 'doxy',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Doxy.me',
    browser: 'same',
    brands: distinct('doxyme'),
    sites: [
      {
        hosts: ['.doxy.me'],
        notOn: ['help.doxy.me', 'www.doxy.me'],
        shapes: [join('none', /^\/[^/]+\/?$/, { named: true })],
      },
    ],
  },
  {
    id: 'tuple',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Tuple',
    browser: 'none',
    brands: word('tuple'),
    sites: [{ hosts: ['tuple.app'], shapes: [join('none', /^\/c\/\w/)] }],
  },
  {
    id: 'pumble',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Pumble',
    browser: 'none',
    brands: distinct('pumble'),
    sites: [{ hosts: ['meet.pumble.com'], shapes: [join('none', /^\/[^/]+\/?$/, { named: true })] }],
  },
  {
    id: 'teamviewer',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'TeamViewer Meeting',
    browser: 'none',
    brands: distinct('teamviewer'),
    claim: /\bteamviewer meeting\b/i,
    sites: [{ hosts: ['go.teamviewer.com'], shapes: [join('none', /^\/(?:v\d+\/)?m?\d{6}/)] }],
  },
  {
    id: 'vonage',
    source: 'BundledMeetingCatalog tests; MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Vonage Meetings',
    browser: 'same',
    brands: distinct('vonage'),
    claim: /\bvonage meeting/i,
    sites: [
      { hosts: ['meetings.vonage.com'], shapes: [join('none', /^\/\d{9}\/?$/)] },
      { hosts: ['freeconferencing.vonage.com'], shapes: [join('none', /^\/[^/]+\/?$/, { named: true })] },
    ],
  },
  {
    id: 'blackboard',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Blackboard Collaborate',
    browser: 'same',
    brands: distinct('bbcollab'),
    claim: /\bblackboard collaborate\b/i,
    sites: [
      { hosts: ['.bbcollab.com'], shapes: [join('strong', /^\/(?:collab\/ui\/session\/)?guest\/[0-9a-f]{32}/i)] },
    ],
  },
  {
    id: 'lifesize',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Lifesize',
    browser: 'same',
    brands: distinct('lifesize'),
    claim: /\blifesize\b/i,
    sites: [{ hosts: ['.lifesizecloud.com'], shapes: [join('none', /^\/\d{5,}\/?$/)] }],
  },
  {
    id: 'gong',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Gong',
    browser: 'none',
    brands: [],
    sites: [{ hosts: ['.join.gong.io'], shapes: [join('none', /^\/[^/]+\/[^/]/)] }],
  },
  {
    id: 'chorus',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Chorus',
    browser: 'none',
    brands: [],
    sites: [{ hosts: ['go.chorus.ai'], shapes: [join('none', /^\/[^/]/)] }],
  },
  {
    id: 'vimeo',
    source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
    name: 'Vimeo',
    browser: 'same',
    brands: distinct('vimeo'),
    sites: [{ hosts: ['vimeo.com', 'www.vimeo.com', 'venues.vimeo.com'], shapes: [join('none', /^\/event\/\d{4}/)] }],
  },
];
