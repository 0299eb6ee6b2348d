/** Owns the check "does this computer lead to the internet", as its own system tells it: nobody is asked. */
import type { Connection, Platform } from '../../facts/index.ts';
import { type Message, messages, sentences, titles } from '../../messages/messages.ts';
import { measure, product } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('connection', {
  offline: 'You’re offline',
  portal: 'This network wants you to sign in',
  portalMaybe: 'This network may want you to sign in',
  limited: 'The internet may be out of reach',
  weak: 'Your Wi-Fi signal is weak',
  nameless: 'Meeting links may not open here',
  connected: 'You’re connected',
  unknown: 'Couldn’t check your connection',
});

const words = messages('connection', {
  question: 'Is this computer connected to the internet?',
  why: 'Without a connection you can’t join. A weak one makes picture and sound falter.',
  whySignIn: 'Until you sign in, such a network lets nothing through, and meetings don’t open.',
  readsLinux:
    'The network devices in /sys, where the traffic goes, the Wi-Fi’s signal, whether a name server is set, whether GNOME, KDE Plasma or the environment is set to use a proxy, and what NetworkManager found when it last tried the internet',
  readsDarwin:
    'Which ways out macOS holds and whether a proxy is set (scutil), and the Wi-Fi’s signal. macOS doesn’t try whether the internet answers',
  readsWin32:
    'What Windows found when it last tried the internet, its network cards, whether a proxy is set, and whether the connection is metered',
  wanted: 'a connection that leads to the internet',
  wantedWifi: 'a Wi-Fi signal above {limit}',
  wantedNames: 'a name server, which finds the computers behind names',
  nameless: 'No name server is set, so names such as those in meeting links may not be found.',
  noWay: 'No cable, Wi-Fi or mobile network leads anywhere from here.',
  cable: 'You’re on a cable.',
  wifi: 'You’re on Wi-Fi.',
  wifiAt: 'You’re on Wi-Fi, with a signal of {percent}.',
  band: 'It uses {band, number} GHz.',
  mobile: 'You’re on a mobile network.',
  other: 'A way out is there.',
  vpn: 'A VPN carries your traffic.',
  metered: '{system} counts this connection as metered, and a video call uses a lot of data.',
  portal: '{system} was sent to a sign-in page when it last tried the internet.',
  limited: '{system} couldn’t reach the internet when it last tried.',
  full: '{system} reached the internet when it last tried.',
  untried: 'Whether the internet answers shows only when it’s tried.',
  throughVpn: 'With a VPN that can be wrong.',
  throughProxy: 'With a proxy that can be wrong.',
  connect: 'Connect to a network',
  openSettings: 'Open network settings',
  join: 'Plug in a cable, join a Wi-Fi network, or use your phone’s hotspot.',
  flightMode: 'Check that flight mode is off.',
  signIn: 'Sign in to the network',
  openPage: 'Open a browser and go to any page: the sign-in page comes up by itself.',
  acceptTerms: 'Sign in or accept the terms there, then check again.',
  otherwise: 'If no page comes up, use another network or your phone’s hotspot.',
  reach: 'Get back to the internet',
  openAny: 'Open a page in your browser that you haven’t opened today.',
  restart: 'If it doesn’t load, restart the router, or use your phone’s hotspot.',
  getNames: 'Get the network’s settings again',
  leave: 'Turn the network off and on again: it then hands out its name server.',
  vpnNames: 'Or turn your VPN off: one that ended badly can leave no name server behind.',
  getCloser: 'Get a better signal',
  closer: 'Move closer to the router, or plug in a cable.',
  closeDoors: 'Walls, doors and microwave ovens weaken Wi-Fi; your phone’s hotspot next to you may be stronger.',
});

/** The system's part that tried the internet, as people know it. */
const triedBy: Readonly<Record<Platform, string>> = { linux: 'NetworkManager', darwin: 'macOS', win32: 'Windows' };

/** -76 dBm. Networks that carry voice are planned for -67 dBm at their edge; here links fall back to their slowest rates. */
const WEAK_PERCENT = 40;

const mediumOf = ({ medium, wifi }: Connection): readonly Message[] => {
  if (medium !== 'wifi') return [medium === null ? words.other : words[medium]];
  const { percent = null, band = null } = wifi ?? {};
  return [
    percent === null ? words.wifi : words.wifiAt({ percent: measure(percent, 'percent') }),
    ...(band === null ? [] : [words.band({ band: Number(band) })]),
  ];
};

const joinSteps = [words.join, words.flightMode];

/** What is read of the connection, whichever check rests on it. */
export const connectionReads = {
  linux: words.readsLinux,
  darwin: words.readsDarwin,
  win32: words.readsWin32,
} as const;

export const connection = defineCheck({
  id: 'connection',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: connectionReads,
  needs: ['connection'],
  policy: {},
  remedies: {
    'connect-linux': { label: words.connect, minutes: 2, steps: joinSteps },
    'connect-darwin': {
      label: words.openSettings,
      minutes: 2,
      steps: joinSteps,
      link: 'x-apple.systempreferences:com.apple.Network-Settings.extension',
    },
    'connect-win32': { label: words.openSettings, minutes: 2, steps: joinSteps, link: 'ms-settings:network-status' },
    'sign-in': { label: words.signIn, minutes: 2, steps: [words.openPage, words.acceptTerms, words.otherwise] },
    reach: { label: words.reach, minutes: 3, steps: [words.openAny, words.restart] },
    names: { label: words.getNames, minutes: 2, steps: [words.leave, words.vpnNames] },
    closer: { label: words.getCloser, minutes: 2, steps: [words.closer, words.closeDoors] },
  },
  judge: ({ facts, platform }) => {
    const { route, internet, proxy, metered, wifi, noNameServer = false } = facts.connection.value;
    const { wanted, why } = words;
    const system = product(triedBy[platform]);
    if (route === 'none') {
      const remedies = [`connect-${platform}`] as const;
      return [{ state: 'fail', title: title.offline, found: words.noWay, wanted, why, remedies }];
    }
    const way = mediumOf(facts.connection.value);
    const vpn = route === 'vpn' ? [words.vpn] : [];
    const cost = metered === true ? [words.metered({ system })] : [];
    // Where only a proxy leads out, the system's own trial fails in every hour of the day.
    const isByProxy = internet === 'limited' && route !== 'vpn' && proxy === true;
    if (internet === 'portal' || (internet === 'limited' && !isByProxy)) {
      // What the system tried may not be the way that meetings take.
      const doubts = route === 'vpn' ? [words.throughVpn] : proxy === true ? [words.throughProxy] : [];
      const found = sentences([...way, ...vpn, words[internet]({ system }), ...doubts]);
      if (internet === 'limited')
        return [{ state: 'caution', title: title.limited, found, wanted, why, remedies: ['reach'] }];
      const signIn = { found, wanted, why: words.whySignIn, remedies: ['sign-in'] } as const;
      return doubts.length > 0
        ? [{ ...signIn, state: 'caution', title: title.portalMaybe }]
        : [{ ...signIn, state: 'fail', title: title.portal }];
    }
    // What reached the internet needs none, and a proxy looks names up by itself.
    if (noNameServer && internet !== 'full' && proxy !== true) {
      const found = sentences([...way, ...vpn, words.nameless]);
      return [{ state: 'caution', title: title.nameless, found, wanted: words.wantedNames, why, remedies: ['names'] }];
    }
    const tried = isByProxy
      ? [words.limited({ system }), words.throughProxy]
      : [internet === 'full' ? words.full({ system }) : words.untried];
    const found = sentences([...way, ...vpn, ...tried, ...cost]);
    const percent = wifi?.percent ?? null;
    if (percent !== null && percent <= WEAK_PERCENT) {
      const limit = measure(WEAK_PERCENT, 'percent');
      const weak = { found, wanted: words.wantedWifi({ limit }), why, remedies: ['closer'] } as const;
      return [{ ...weak, state: 'caution', title: title.weak }];
    }
    return [{ state: 'pass', title: title.connected, found, wanted }];
  },
});
