/** Owns the check "is the Wi-Fi protected, or does a VPN protect what goes over it". */
import { type Message, messages, sentences, titles } from '../../messages/messages.ts';
import { name } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('wifi', {
  none: 'You’re not on Wi-Fi',
  protected: 'Your Wi-Fi is protected',
  open: 'Your Wi-Fi is open, without a VPN',
  openVpn: 'Open Wi-Fi, but a VPN protects you',
  openMaybe: 'Open Wi-Fi, maybe without a VPN',
  wep: 'Weak Wi-Fi protection, without a VPN',
  wepVpn: 'Weak Wi-Fi, but a VPN protects you',
  wepMaybe: 'Weak Wi-Fi, maybe without a VPN',
  unknown: 'Couldn’t check your Wi-Fi',
});

const words = messages('wifi', {
  question: 'Is your Wi-Fi protected?',
  why: 'On an open network, people nearby can see which services you use and pretend to be one of them.',
  readsLinux:
    'The network devices in /sys, NetworkManager’s list of Wi-Fi networks, where the traffic goes, and whether an IPsec VPN runs',
  readsDarwin: 'The Wi-Fi’s kind of protection, and where the traffic goes',
  readsWin32: 'Whether this computer is on Wi-Fi; Windows tells its protection only together with your location',
  wanted: 'a protected Wi-Fi network, or a VPN',
  cable: 'This computer uses a cable, or no network.',
  named: '“{network}”',
  unnamed: 'Your Wi-Fi',
  protected: '{network} is protected.',
  open: '{network} is open.',
  wep: '{network} uses WEP, which is cracked within minutes.',
  vpn: 'A VPN carries your traffic.',
  noVpn: 'No VPN is on.',
  vpnUnseen: 'Your VPN, if you use one, can’t be seen from here.',
  openSettings: 'Open Wi-Fi settings',
  choose: 'Choose another network',
  join: 'Join a network with a password, plug in a cable, or use your phone’s hotspot.',
  turnOnVpn: 'If there is none, turn on your VPN before you join.',
});

const steps = [words.join, words.turnOnVpn];

export const wifi = defineCheck({
  id: 'wifi',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['network'],
  policy: {},
  remedies: {
    win32: { label: words.openSettings, minutes: 3, steps, link: 'ms-settings:network-wifi' },
    darwin: {
      label: words.openSettings,
      minutes: 3,
      steps,
      link: 'x-apple.systempreferences:com.apple.wifi-settings-extension',
    },
    linux: { label: words.choose, minutes: 3, steps },
  },
  judge: ({ facts, platform }) => {
    const { wifi, vpn } = facts.network.value;
    if (wifi === null) return [{ state: 'not-applicable', title: title.none, reason: words.cable }];
    const { wanted, why } = words;
    const network =
      wifi.name === null || wifi.name.trim() === '' ? words.unnamed : words.named({ network: name(wifi.name) });
    if (wifi.security === 'protected')
      return [{ state: 'pass', title: title.protected, found: words.protected({ network }), wanted }];
    const isOpen = wifi.security === 'open';
    const found = (more: Message): Message =>
      sentences([isOpen ? words.open({ network }) : words.wep({ network }), more]);
    if (vpn === true)
      return [{ state: 'pass', title: isOpen ? title.openVpn : title.wepVpn, found: found(words.vpn), wanted }];
    const problem = { state: 'caution', wanted, why, remedies: [platform] } as const;
    // Half an answer: the open network is bad in itself.
    if (vpn === null)
      return [{ ...problem, title: isOpen ? title.openMaybe : title.wepMaybe, found: found(words.vpnUnseen) }];
    return [{ ...problem, title: isOpen ? title.open : title.wep, found: found(words.noVpn) }];
  },
});
