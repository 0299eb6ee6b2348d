/** The four services most invitations use. Hosts and shapes as the vendors publish them or their own parsers test them. */

import type { Service } from './service.ts';

const ID = '\\d{9,11}(?=/|$)';

const zoom: Service = {
  id: 'zoom',
  source: 'MeetingBar 26eef52e (2026-07-14); sublime-rules 2026-08-22; public invitations and tests, 2026',
  name: 'Zoom',
  browser: 'zoom',
  brands: [{ word: 'zoom', distinct: true }],
  claim: /\bzoom\b/i,
  sites: [
    {
      // zoom.de is not Zoom's: nothing shows that the company owns it.
      hosts: ['.zoom.us', '.zoom.com', '.zoomgov.com', '.zoom.com.cn', '.zoom-x.de', 'welink.zhumu.com'],
      // The whole of these is what strangers wrote, or a booking page.
      notOn: ['docs.zoom.us', 'scheduler.zoom.us'],
      shapes: [
        // Sessions in the personal room carry the room's ten digits and `omn=`; other meetings have eleven.
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/j\/\d{10}(?=\/|$)/,
          query: { omn: /./ },
          personalRoom: true,
        },
        { kind: 'join', signalStrength: 'strong', path: new RegExp(`^/j/${ID}`) },
        { kind: 'join', signalStrength: 'weak', path: new RegExp(`^/w/${ID}`) },
        { kind: 'start', signalStrength: 'weak', path: new RegExp(`^/s/${ID}`) },
        { kind: 'join', signalStrength: 'strong', path: new RegExp(`^/wc/join/${ID}`) },
        { kind: 'join', signalStrength: 'strong', path: /^\/wc\/\d{9,11}\/(?!start)[\w-]/ },
        { kind: 'start', signalStrength: 'strong', path: /^\/wc\/\d{9,11}\/start/ },
        { kind: 'join', signalStrength: 'none', path: /^\/my\/[^/]/, personalRoom: true },
        { kind: 'register', signalStrength: 'weak', path: /^\/(?:meeting|webinar)\/register\/[\w-]{6}/ },
        { kind: 'lure', signalStrength: 'weak', path: new RegExp(`^/meeting/${ID}`) },
        { kind: 'lure', signalStrength: 'strong', path: new RegExp(`^/(?:meeting|w|s)/${ID}`), query: { pwd: /./ } },
        { kind: 'lure', signalStrength: 'strong', path: new RegExp(`^/wc/${ID}`) },
      ],
    },
    {
      hosts: ['events.zoom.us'],
      shapes: [
        { kind: 'join', signalStrength: 'none', path: /^\/(?:ej|e\/view)\/[\w~-]/ },
        { kind: 'register', signalStrength: 'none', path: /^\/ev\/[^/]/ },
      ],
    },
  ],
  schemes: [
    { scheme: 'zoommtg', host: 'host', rest: /^\/(?:join|start)\/?\?/i },
    { scheme: 'zoomus', host: 'host', rest: /^\/(?:join|start)\/?\?/i },
  ],
  passcode: { query: ['pwd'] },
  hostToken: { query: ['zak'] },
  registrantToken: { query: ['tk'] },
};

const teams: Service = {
  id: 'teams',
  source: 'sublime-rules 2026-08-22; public invitations and tests, 2026',
  name: 'Microsoft Teams',
  browser: 'same',
  brands: [
    { word: 'msteams', distinct: true },
    { word: 'ms-teams', distinct: true },
    { word: 'msmeet', distinct: true },
    { word: 'ms-meet', distinct: true },
    { word: 'microsoft', distinct: true },
    { word: 'teams', distinct: false },
  ],
  claim:
    /\bteams[- ](?:meeting|besprechung|call|会議|vergadering)|\bmicrosoft teams\b|\bréunion teams\b|\breunión de teams\b|teams 会議/i,
  sites: [
    {
      // Exact hosts: everything else under microsoft.com and live.com may carry what strangers wrote.
      hosts: [
        'teams.microsoft.com',
        'teams.live.com',
        'teams.cloud.microsoft',
        'gov.teams.microsoft.us',
        'dod.teams.microsoft.us',
        'teams.microsoft.us',
        'teams.microsoftonline.cn',
      ],
      shapes: [
        { kind: 'join', signalStrength: 'strong', path: /^\/l\/meetup-join\/[^/]/ },
        { kind: 'join', signalStrength: 'strong', path: /^\/meet\/\d{9,16}\/?$/, query: { p: /./ } },
        { kind: 'join', signalStrength: 'weak', path: /^\/meet\/\d{10,16}\/?$/ },
        { kind: 'join', signalStrength: 'none', path: /^\/meet\/[^/]/ },
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/dl\/launcher\/launcher\.html$/,
          query: { url: /^\/(?:[^/\\:]*\/)?(?:l\/meetup-join|meet)\/[^/]/ },
        },
        { kind: 'join', signalStrength: 'strong', path: /^\/(?:v2|_)\/?$/, hash: /^#\/(?:l\/meetup-join|meet)\/[^/]/ },
        { kind: 'join', signalStrength: 'strong', path: /^\/light-meetings\/launch$/, query: { coords: /./ } },
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/convene\/(?:townhall|meetings)\b/,
          query: { eventId: /./ },
        },
        { kind: 'join', signalStrength: 'none', path: /^\/convene\/(?:townhall|meetings)\/./ },
        // Thieves write Zoom's word for the passcode.
        { kind: 'lure', signalStrength: 'strong', path: /^\/meet\/\d{9,16}\/?$/, query: { pwd: /./ } },
        { kind: 'register', signalStrength: 'none', path: /^\/registration\/[^/]/ },
      ],
    },
    {
      hosts: ['events.teams.microsoft.com'],
      shapes: [{ kind: 'register', signalStrength: 'none', path: /^\/event\/[^/]/ }],
    },
  ],
  schemes: [
    { scheme: 'msteams', host: 'optional', rest: /^\/(?:l\/meetup-join|meet|_#\/l\/meetup-join)\/[^/]/i },
    { scheme: 'ms-teams', host: 'optional', rest: /^\/(?:l\/meetup-join|meet|_#\/l\/meetup-join)\/[^/]/i },
  ],
  // In the launcher the link sits in `url=`, in the newest client after `#`; the classic link has no passcode at all.
  passcode: { query: ['p'], hash: /[?&]p=[^&]/ },
};

const meet: Service = {
  id: 'meet',
  source: 'MeetingBar 26eef52e (2026-07-14); BundledMeetingCatalog tests; public invitations and tests, 2026',
  name: 'Google Meet',
  browser: 'same',
  brands: [
    { word: 'gmeet', distinct: true },
    { word: 'google', distinct: true },
    { word: 'googie', distinct: true },
    { word: 'meet', distinct: false },
  ],
  claim: /\bgoogle meet\b|\bvideo call link\b|\bmeet video call\b/i,
  sites: [
    {
      hosts: ['meet.google.com'],
      shapes: [
        { kind: 'join', signalStrength: 'strong', path: /^\/(?:_meet\/)?[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/ },
        { kind: 'join', signalStrength: 'none', path: /^\/lookup\/[^/]/ },
      ],
    },
    {
      hosts: ['stream.meet.google.com'],
      shapes: [{ kind: 'join', signalStrength: 'weak', path: /^\/stream\/[0-9a-f-]{8}/ }],
    },
    { hosts: ['g.co'], shapes: [{ kind: 'join', signalStrength: 'none', path: /^\/meet\/[^/]/ }] },
    { hosts: ['hangouts.google.com'], shapes: [{ kind: 'join', signalStrength: 'none', path: /^\/call\/[^/]/ }] },
    { hosts: ['tel.meet'], shapes: [] },
  ],
};

const webex: Service = {
  id: 'webex',
  source: 'MeetingBar 26eef52e (2026-07-14); public invitations and tests, 2026',
  name: 'Webex',
  browser: 'same',
  brands: [
    { word: 'webex', distinct: true },
    { word: 'cisco', distinct: true },
  ],
  claim: /\bwebex\b/i,
  sites: [
    {
      hosts: ['.webex.com', '.webex.com.cn', '.webexgov.us'],
      notOn: ['www.webex.com', 'help.webex.com', 'status.webex.com', 'developer.webex.com', 'apphub.webex.com'],
      shapes: [
        { kind: 'join', signalStrength: 'strong', path: /^\/(?:[^/]+\/)?j\.php$/, query: { MTID: /./ } },
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/(?:[^/]+\/)?(?:onstage\/g|k2\/j)\.php$/,
          query: { MTID: /./ },
        },
        { kind: 'register', signalStrength: 'strong', path: /^\/(?:[^/]+\/)?j\.php$/, query: { RGID: /./ } },
        { kind: 'join', signalStrength: 'strong', path: /^\/(?:[^/]+\/)?m\.php$/, query: { AT: /^JM$/, MK: /./ } },
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/webappng\/sites\/[^/]+\/(?:meeting|webinar)\/\w+\/[0-9a-z]{8}/i,
        },
        {
          kind: 'join',
          signalStrength: 'strong',
          path: /^\/wbxmjs\/joinservice\/sites\/[^/]+\/meeting\/\w+\/[0-9a-z]{8}/i,
        },
        { kind: 'register', signalStrength: 'strong', path: /^\/(?:[^/]+\/)?weblink\/register\/r[0-9a-f]{6}/i },
        { kind: 'join', signalStrength: 'none', path: /^\/(?:meet|join)\/[^/]+\/?$/, personalRoom: true },
      ],
    },
  ],
};

export const LARGE_SERVICES: readonly Service[] = [zoom, teams, meet, webex];
