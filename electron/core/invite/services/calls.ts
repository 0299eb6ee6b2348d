/** Private calls, webinars and the meeting parts of larger suites, one row each. */

import type { Brand, Service, Shape, ShapeKind, SignalStrength } from './service.ts';

const distinct = (...words: string[]): Brand[] => words.map((word) => ({ word, distinct: true }));
const word = (...words: string[]): Brand[] => words.map((w) => ({ word: w, distinct: false }));
const shape = (telltale: SignalStrength, path: RegExp, more: Partial<Shape> = {}): Shape => ({
  kind: 'join' satisfies ShapeKind,
  signalStrength: telltale,
  path,
  ...more,
});

export const CALL_SERVICES: readonly Service[] = [
  {
    id: 'signal',
    name: 'Signal',
    browser: 'none',
    brands: word('signal'),
    claim: /\bsignal call\b/i,
    sites: [{ hosts: ['signal.link'], shapes: [shape('strong', /^\/call\/?$/, { hash: /^#(?:.*&)?key=\w/ })] }],
    schemes: [{ scheme: 'sgnl', host: 'host', rest: /^\/call\/?#(?:.*&)?key=\w/i }],
    passcode: { hash: /[#&]key=\w/ },
  },
  {
    id: 'whatsapp',
    name: 'WhatsApp',
    browser: 'none',
    brands: distinct('whatsapp'),
    claim: /\bwhatsapp (?:video |voice )?call\b/i,
    sites: [{ hosts: ['call.whatsapp.com'], shapes: [shape('weak', /^\/(?:video|voice)\/[\w-]{10}/)] }],
  },
  {
    id: 'facetime',
    name: 'FaceTime',
    browser: 'same',
    brands: distinct('facetime'),
    claim: /\bfacetime\b/i,
    sites: [{ hosts: ['facetime.apple.com'], shapes: [shape('strong', /^\/join\/?$/, { hash: /^#v=\d+&p=\S/ })] }],
    passcode: { hash: /[#&]k=\S/ },
  },
  {
    id: 'proton',
    name: 'Proton Meet',
    browser: 'same',
    brands: distinct('protonmeet'),
    claim: /\bproton meet\b/i,
    sites: [{ hosts: ['meet.proton.me'], shapes: [shape('strong', /^\/join\/id-\w/)] }],
    passcode: { hash: /^#pwd-\S/ },
  },
  {
    id: 'livekit',
    name: 'LiveKit Meet',
    browser: 'same',
    brands: distinct('livekit'),
    sites: [{ hosts: ['meet.livekit.io'], shapes: [shape('none', /^\/rooms\/[^/]/)] }],
    passcode: { hash: /^#\S/ },
  },
  {
    id: 'around',
    name: 'Around',
    browser: 'none',
    brands: word('around'),
    sites: [{ hosts: ['meet.around.co', 'around.co', 'www.around.co'], shapes: [shape('none', /^\/r\/[^/]/)] }],
  },
  {
    id: 'gather',
    name: 'Gather',
    browser: 'same',
    brands: word('gather'),
    sites: [{ hosts: ['app.gather.town', 'gather.town'], shapes: [shape('weak', /^\/app\/\w+\/[^/]/)] }],
  },
  {
    id: 'livestorm',
    name: 'Livestorm',
    browser: 'same',
    brands: distinct('livestorm'),
    claim: /\blivestorm\b/i,
    sites: [{ hosts: ['app.livestorm.com'], shapes: [shape('weak', /^\/p\/[0-9a-f-]{8}/)] }],
    registrantToken: { query: ['s'] },
  },
  {
    id: 'demio',
    name: 'Demio',
    browser: 'same',
    brands: word('demio'),
    sites: [{ hosts: ['event.demio.com'], shapes: [shape('none', /^\/ref\/\w/)] }],
  },
  {
    id: 'lark',
    name: 'Lark',
    browser: 'none',
    brands: distinct('larksuite'),
    sites: [{ hosts: ['vc.larksuite.com'], shapes: [shape('weak', /^\/j\/\d{6}/)] }],
  },
  {
    id: 'feishu',
    name: 'Feishu',
    browser: 'none',
    brands: distinct('feishu'),
    sites: [{ hosts: ['vc.feishu.cn'], shapes: [shape('weak', /^\/j\/\d{6}/)] }],
  },
  {
    id: 'voov',
    name: 'VooV Meeting',
    browser: 'none',
    brands: distinct('voovmeeting'),
    sites: [{ hosts: ['voovmeeting.com', 'www.voovmeeting.com'], shapes: [shape('none', /^\/dm\/\w/)] }],
  },
  {
    id: 'dialpad',
    name: 'Dialpad',
    browser: 'same',
    brands: distinct('dialpad'),
    claim: /\bdialpad\b/i,
    sites: [{ hosts: ['meetings.dialpad.com'], shapes: [shape('none', /^\/(?:room\/)?[^/]+\/?$/, { named: true })] }],
  },
];
