/** Owns the check "does a firewall stand between this computer and the network". */

import { flag } from '../../policy/policy.ts';
import { formatList, formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Without a firewall every computer on the same network can try the doors of this one. On a café’s or hotel’s Wi-Fi that is anybody.';

/** What a person calls the kinds of network that Windows knows. */
const networks: ReadonlyMap<string, string> = new Map([
  ['public', 'public networks'],
  ['private', 'private networks'],
  ['domain', 'the organisation’s network'],
]);

export const firewall = defineCheck({
  id: 'firewall',
  area: 'protection',
  when: 'after-call',
  question: 'Is the firewall on?',
  unknownTitle: 'Could not tell whether the firewall is on',
  why,
  reads: {
    linux: 'The settings of ufw and nftables, and which firewall services run; whether another computer can sign in',
    darwin: 'The state of the macOS firewall',
    win32:
      'The firewall’s settings for each kind of network, and those that policy sets; what Windows Security knows of other firewalls; whether another computer can sign in, by settings and by the programs that run',
  },
  needs: ['firewall'],
  uses: ['remoteLogin'],
  policy: {
    expectedOnLinux: flag(false, 'Whether a firewall is expected on Linux even where no remote login is offered.'),
  },
  remedies: {
    win32: {
      label: 'Open Windows Security',
      minutes: 3,
      steps: [
        'Choose Firewall & network protection.',
        'Turn the firewall on for every kind of network.',
        'If your organisation manages it, ask your IT department.',
      ],
      link: 'ms-settings:windowsdefender',
    },
    darwin: {
      label: 'Open Firewall settings',
      minutes: 3,
      steps: ['Turn Firewall on.', 'Meetings go on as before: they need no incoming connections.'],
      link: 'x-apple.systempreferences:com.apple.Network-Settings.extension?Firewall',
    },
    firewalld: {
      label: 'Turn the firewall on',
      minutes: 3,
      steps: ['Open a terminal.', 'Copy this command, paste it and press Enter.'],
      command: 'sudo systemctl enable --now firewalld',
    },
    ufw: {
      label: 'Turn the firewall on',
      minutes: 3,
      steps: [
        'Install ufw with your package system if it is not there.',
        'If somebody reaches this computer over SSH, allow that first: sudo ufw allow ssh',
        'Open a terminal, copy this command, paste it and press Enter.',
      ],
      command: 'sudo ufw enable',
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { on, name, off } = facts.firewall.value;
    const wanted = 'a firewall that is on';
    const called = formatNames([name === '' ? 'The firewall' : name]);
    if (platform === 'linux' && !on) {
      const title = 'No firewall is on';
      const remedies = [name === 'firewalld' ? 'firewalld' : 'ufw'] as const;
      const login = facts.remoteLogin;
      if (policy.expectedOnLinux) {
        return [{ state: 'caution', title, found: 'No firewall service is on.', wanted, why, remedies }];
      }
      if (login.state === 'unknown') {
        const reason = `No firewall service is on, which is common on Linux. Whether other computers can log in is not known: ${login.reason}`;
        return [{ state: 'unknown', title: 'Could not tell whether a firewall is needed', reason, remedies }];
      }
      if (login.value.services.length === 0) {
        const reason = 'That is common on Linux. Nothing for logging in from other computers is open either.';
        return [{ state: 'not-applicable', title, reason }];
      }
      const services = formatList([...new Set(login.value.services.map((service) => service.name))]);
      const found = `No firewall service is on, and ${services} can be reached from other computers.`;
      return [
        { state: 'caution', title: `No firewall is on, and ${services} can be reached`, found, wanted, why, remedies },
      ];
    }
    if (on && off.length === 0) {
      return [{ state: 'pass', title: 'The firewall is on', found: `${called} is on.`, wanted }];
    }
    const remedies = [platform === 'linux' ? 'ufw' : platform] as const;
    if (off.length > 0) {
      const where = formatNames(off.map((profile) => networks.get(profile) ?? profile));
      const state = off.includes('public') ? 'fail' : 'caution';
      return [
        {
          state,
          title: `The firewall is off on ${where}`,
          found: `${called} is off on ${where}.`,
          wanted,
          why,
          remedies,
        },
      ];
    }
    // macOS comes with its firewall off, and offers little to the network in that state.
    const state = platform === 'win32' ? 'fail' : 'caution';
    return [{ state, title: 'The firewall is off', found: `${called} is off.`, wanted, why, remedies }];
  },
});
