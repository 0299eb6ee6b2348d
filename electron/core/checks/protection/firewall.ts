/** Owns the check "does a firewall stand between this computer and the network". */
import { messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { list, product, type Value } from '../../messages/value.ts';
import { flag } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('firewall', {
  on: 'Your firewall is on',
  off: 'Your firewall is off',
  offOn: 'Your firewall is off on {networks}',
  none: 'No firewall is on',
  reachable: 'No firewall, and {services} can be reached',
  needed: 'Couldn’t check whether you need a firewall',
  unknown: 'Couldn’t check your firewall',
});

const words = messages('firewall', {
  question: 'Is the firewall on?',
  why: 'Without a firewall, computers on the same network can try to get into yours. On café Wi-Fi, that’s strangers.',
  readsLinux:
    'Which firewall services run, and what the rules and settings of ufw, firewalld, nftables and iptables do where anyone may read them; whether another computer can sign in',
  readsDarwin: 'The state of the macOS firewall',
  readsWin32:
    'The firewall’s settings for each kind of network, and those that policy sets; what Windows Security knows of other firewalls, and the list of installed programs; whether another computer can sign in, by settings and by the programs that run',
  wanted: 'a firewall that is on',
  on: '{firewall} is on.',
  off: '{firewall} is off.',
  offOn: '{firewall} is off on {networks}.',
  firewall: 'The firewall',
  noService: 'No firewall service is on.',
  common: 'No firewall service is on, which is common on Linux.',
  loginUnknown: 'Whether other computers can log in isn’t known.',
  nothingOpen: 'That’s common on Linux. Nothing is open for other computers to log in either.',
  reachable: 'No firewall service is on, and other computers can reach {services}.',
  openWin32: 'Open Windows Security',
  chooseWin32: 'Choose Firewall & network protection.',
  everyWin32: 'Turn on the firewall for every kind of network.',
  managedWin32: 'If your organisation manages it, ask your IT department.',
  openDarwin: 'Open Firewall settings',
  turnOnDarwin: 'Turn on Firewall.',
  meetingsDarwin: 'Your meetings still work: they need no incoming connections.',
  turnOn: 'Turn on the firewall',
  terminal: 'Open a terminal.',
  paste: 'Copy this command, paste it and press Enter.',
  installUfw: 'Install ufw with your package system if it isn’t there.',
  allowSsh: 'If someone reaches this computer over SSH, allow that first: sudo ufw allow ssh',
});

/** What a person calls the kinds of network that Windows knows. */
const networks = messages('firewall-network', {
  public: 'public networks',
  private: 'private networks',
  domain: 'your organisation’s network',
  ipv6: 'networks with IPv6',
});

const networkOf = (profile: string): Value =>
  profile === 'public' || profile === 'private' || profile === 'domain' || profile === 'ipv6'
    ? networks[profile]
    : product(profile);

const describe = messages('policy.firewall', {
  expectedOnLinux: 'Whether a firewall is expected on Linux even where no remote login is offered.',
});

export const firewall = defineCheck({
  id: 'firewall',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['firewall'],
  uses: ['remoteLogin'],
  policy: {
    expectedOnLinux: flag(false, describe.expectedOnLinux),
  },
  remedies: {
    win32: {
      label: words.openWin32,
      minutes: 3,
      steps: [words.chooseWin32, words.everyWin32, words.managedWin32],
      link: 'ms-settings:windowsdefender',
    },
    darwin: {
      label: words.openDarwin,
      minutes: 3,
      steps: [words.turnOnDarwin, words.meetingsDarwin],
      link: 'x-apple.systempreferences:com.apple.Network-Settings.extension?Firewall',
    },
    firewalld: {
      label: words.turnOn,
      minutes: 3,
      steps: [words.terminal, words.paste],
      command: 'sudo systemctl enable --now firewalld',
    },
    ufw: {
      label: words.turnOn,
      minutes: 3,
      steps: [words.installUfw, words.allowSsh, words.terminal, words.paste],
      command: 'sudo ufw enable',
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { on, name, off } = facts.firewall.value;
    const { wanted, why } = words;
    const called = name === '' ? words.firewall : product(name);
    const where = firstOf(off.map(networkOf));
    if (platform === 'linux' && (!on || off.length > 0)) {
      const half = on
        ? { title: title.offOn({ networks: where }), found: words.offOn({ firewall: called, networks: where }) }
        : undefined;
      const remedies = [name === 'firewalld' ? 'firewalld' : 'ufw'] as const;
      const problem = { state: 'caution', wanted, why, remedies } as const;
      const login = facts.remoteLogin;
      if (policy.expectedOnLinux) return [{ ...problem, ...(half ?? { title: title.none, found: words.noService }) }];
      if (login.state === 'unknown') {
        const reason = sentences([words.common, words.loginUnknown]);
        return [{ state: 'unknown', title: title.needed, reason, remedies }];
      }
      if (login.value.services.length === 0)
        return [{ state: 'not-applicable', title: half?.title ?? title.none, reason: words.nothingOpen }];
      const open = [...new Set(login.value.services.map((service) => service.name))];
      const services = list(open.map(product));
      return [
        { ...problem, ...(half ?? { title: title.reachable({ services }), found: words.reachable({ services }) }) },
      ];
    }
    if (on && off.length === 0)
      return [{ state: 'pass', title: title.on, found: words.on({ firewall: called }), wanted }];
    const remedies = [platform === 'linux' ? 'ufw' : platform] as const;
    if (off.length > 0) {
      const state = off.includes('public') ? 'fail' : 'caution';
      const found = words.offOn({ firewall: called, networks: where });
      return [{ state, title: title.offOn({ networks: where }), found, wanted, why, remedies }];
    }
    // macOS comes with its firewall off, and offers little to the network in that state.
    const state = platform === 'win32' ? 'fail' : 'caution';
    return [{ state, title: title.off, found: words.off({ firewall: called }), wanted, why, remedies }];
  },
});
