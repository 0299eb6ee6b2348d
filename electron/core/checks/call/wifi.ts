/** Owns the check "is the Wi-Fi protected, or does a VPN protect what goes over it". */

import { formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'On an open network everybody near can see which services you use and pose as one of them. The meeting itself is encrypted; not everything else is.';

const steps = [
  'Join a network that asks for a password, or use a cable or your phone’s hotspot.',
  'If there is none, turn your VPN on before you join the meeting.',
];

export const wifi = defineCheck({
  id: 'wifi',
  area: 'call',
  when: 'before-call',
  question: 'Is the Wi-Fi protected?',
  unknownTitle: 'Could not tell whether the Wi-Fi is protected',
  why,
  reads: {
    linux:
      'The network devices in /sys, NetworkManager’s list of Wi-Fi networks, where the traffic goes, and whether an IPsec VPN runs',
    darwin: 'The Wi-Fi’s kind of protection, and where the traffic goes',
    win32: 'Whether this computer is on Wi-Fi; Windows tells its protection only together with your location',
  },
  needs: ['network'],
  policy: {},
  remedies: {
    win32: { label: 'Open Wi-Fi settings', minutes: 3, steps, link: 'ms-settings:network-wifi' },
    darwin: {
      label: 'Open Wi-Fi settings',
      minutes: 3,
      steps,
      link: 'x-apple.systempreferences:com.apple.wifi-settings-extension',
    },
    linux: { label: 'Choose another network', minutes: 3, steps },
  },
  judge: ({ facts, platform }) => {
    const { wifi, vpn } = facts.network.value;
    if (wifi === null) {
      return [
        { state: 'not-applicable', title: 'This computer is not on Wi-Fi', reason: 'It uses a cable or no network.' },
      ];
    }
    const name = wifi.name === null || wifi.name.trim() === '' ? 'This Wi-Fi network' : `“${formatNames([wifi.name])}”`;
    const wanted = 'a protected Wi-Fi network, or a VPN';
    const remedies = [platform] as const;
    if (wifi.security === 'protected') {
      return [{ state: 'pass', title: 'The Wi-Fi is protected', found: `${name} is protected.`, wanted }];
    }
    const is = wifi.security === 'open' ? 'is open' : 'uses WEP, which is broken within minutes';
    const title = wifi.security === 'open' ? 'The Wi-Fi is open' : 'The Wi-Fi’s protection is broken';
    if (vpn === true) {
      return [
        {
          state: 'pass',
          title: `${title}, but a VPN protects you`,
          found: `${name} ${is}; a VPN carries the traffic.`,
          wanted,
        },
      ];
    }
    // Half an answer: the open network is bad in itself.
    if (vpn === null) {
      const found = `${name} ${is}. Whether a VPN protects you cannot be seen.`;
      return [{ state: 'caution', title: `${title}; a VPN may protect you`, found, wanted, why, remedies }];
    }
    return [
      {
        state: 'caution',
        title: `${title} and no VPN is on`,
        found: `${name} ${is}; no VPN is on.`,
        wanted,
        why,
        remedies,
      },
    ];
  },
});
