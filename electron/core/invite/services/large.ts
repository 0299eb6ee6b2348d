/** The four services most invitations use. Hosts and shapes as the vendors publish them or their own parsers test them. */

import type { Service } from './service.ts';

const ID = '\\d{9,11}(?=/|$)';

const zoom: Service = {
  id: 'zoom',
  name: 'Zoom',
  browser: 'zoom',
  brands: [{ word: 'zoom', distinct: true }],
  claim: /\bzoom\b/i,
  sites: [
    {
      // zoom.de is not Zoom's: nothing shows that the company owns it.
      hosts: ['.zoom.us', '.zoom.com', '.zoomgov.com', '.zoom.com.cn', '.zoom-x.de', 'welink.zhumu.com'],
      shapes: [
        // Sessions in the personal room carry the room's ten digits and `omn=`; other meetings have eleven.
        { kind: 'join', telltale: 'strong', path: /^\/j\/\d{10}(?=\/|$)/, query: { omn: /./ }, personalRoom: true },
        { kind: 'join', telltale: 'strong', path: new RegExp(`^/j/${ID}`) },
        { kind: 'join', telltale: 'weak', path: new RegExp(`^/w/${ID}`) },
        { kind: 'start', telltale: 'weak', path: new RegExp(`^/s/${ID}`) },
        { kind: 'join', telltale: 'strong', path: new RegExp(`^/wc/join/${ID}`) },
        { kind: 'join', telltale: 'strong', path: /^\/wc\/\d{9,11}\/join/ },
        { kind: 'start', telltale: 'strong', path: /^\/wc\/\d{9,11}\/start/ },
        { kind: 'join', telltale: 'none', path: /^\/my\/[^/]/, personalRoom: true },
        { kind: 'register', telltale: 'weak', path: /^\/(?:meeting|webinar)\/register\/[\w-]{6}/ },
        { kind: 'lure', telltale: 'weak', path: new RegExp(`^/meeting/${ID}`) },
      ],
    },
    { hosts: ['events.zoom.us'], shapes: [{ kind: 'register', telltale: 'none', path: /^\/ev\/[^/]/ }] },
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
  name: 'Microsoft Teams',
  browser: 'same',
  brands: [
    { word: 'msteams', distinct: true },
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
        'teams.microsoftonline.cn',
      ],
      shapes: [
        { kind: 'join', telltale: 'strong', path: /^\/l\/meetup-join\/[^/]/ },
        { kind: 'join', telltale: 'strong', path: /^\/meet\/\d{9,16}\/?$/, query: { p: /./ } },
        { kind: 'join', telltale: 'weak', path: /^\/meet\/\d{10,16}\/?$/ },
        { kind: 'join', telltale: 'none', path: /^\/meet\/[^/]/ },
        {
          kind: 'join',
          telltale: 'strong',
          path: /^\/dl\/launcher\/launcher\.html$/,
          query: { url: /^\/(?:[^/\\:]*\/)?(?:l\/meetup-join|meet)\/[^/]/ },
        },
        { kind: 'join', telltale: 'strong', path: /^\/(?:v2|_)\/?$/, hash: /^#\/(?:l\/meetup-join|meet)\/[^/]/ },
        { kind: 'join', telltale: 'strong', path: /^\/light-meetings\/launch$/, query: { coords: /./ } },
        { kind: 'register', telltale: 'none', path: /^\/registration\/[^/]/ },
      ],
    },
    { hosts: ['events.teams.microsoft.com'], shapes: [{ kind: 'register', telltale: 'none', path: /^\/event\/[^/]/ }] },
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
        { kind: 'join', telltale: 'strong', path: /^\/(?:_meet\/)?[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/ },
        { kind: 'join', telltale: 'none', path: /^\/lookup\/[^/]/ },
      ],
    },
    {
      hosts: ['stream.meet.google.com'],
      shapes: [{ kind: 'join', telltale: 'weak', path: /^\/stream\/[0-9a-f-]{8}/ }],
    },
    { hosts: ['g.co'], shapes: [{ kind: 'join', telltale: 'none', path: /^\/meet\/[^/]/ }] },
    { hosts: ['hangouts.google.com'], shapes: [{ kind: 'join', telltale: 'none', path: /^\/call\/[^/]/ }] },
    { hosts: ['tel.meet'], shapes: [] },
  ],
};

const webex: Service = {
  id: 'webex',
  name: 'Webex',
  browser: 'same',
  brands: [
    { word: 'webex', distinct: true },
    { word: 'cisco', distinct: true },
  ],
  claim: /\bwebex\b/i,
  sites: [
    {
      hosts: ['.webex.com'],
      notOn: ['www.webex.com', 'help.webex.com', 'status.webex.com', 'developer.webex.com', 'apphub.webex.com'],
      shapes: [
        { kind: 'join', telltale: 'strong', path: /^\/(?:[^/]+\/)?j\.php$/, query: { MTID: /./ } },
        { kind: 'register', telltale: 'strong', path: /^\/(?:[^/]+\/)?j\.php$/, query: { RGID: /./ } },
        { kind: 'join', telltale: 'strong', path: /^\/(?:[^/]+\/)?m\.php$/, query: { AT: /^JM$/, MK: /./ } },
        { kind: 'join', telltale: 'strong', path: /^\/webappng\/sites\/[^/]+\/meeting\/\w+\/[0-9a-z]{8}/i },
        { kind: 'join', telltale: 'strong', path: /^\/wbxmjs\/joinservice\/sites\/[^/]+\/meeting\/\w+\/[0-9a-z]{8}/i },
        { kind: 'register', telltale: 'strong', path: /^\/(?:[^/]+\/)?weblink\/register\/r[0-9a-f]{6}/i },
        { kind: 'join', telltale: 'none', path: /^\/(?:meet|join)\/[^/]+\/?$/, personalRoom: true },
      ],
    },
  ],
};

export const LARGE_SERVICES: readonly Service[] = [zoom, teams, meet, webex];
