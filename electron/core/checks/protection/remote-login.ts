/** Owns the check "can other computers log in to this one, or is one logged in now". */

import type { OperatingSystem, Platform, RemoteLogin } from '../../facts/index.ts';
import { messages, sentences, titles } from '../../messages/messages.ts';
import { list as listed, product, term } from '../../messages/value.ts';
import { flag, list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('remote-login', {
  open: 'Other computers can log in by {services}',
  used: 'Someone is using this computer from another',
  closed: 'Other computers can’t log in',
  allowed: 'Remote login is open only as allowed',
  unknown: 'Couldn’t check whether other computers can log in',
});

const words = messages('remote-login', {
  question: 'Can other computers log in to this one?',
  why: 'With a guessed password, someone could see your screen and hear the room.',
  readsLinux:
    'The ports that accept connections, the settings and services of SSH, and whether this session came from another computer',
  readsDarwin: 'The ports that accept connections from other computers, and whether virtual machines run',
  readsWin32:
    'Whether Remote Desktop and SSH are on, by settings and by the programs that run, and whether this session came from another computer',
  wanted: 'no service open to other computers, and nobody logged in from one',
  closed: 'No remote login service is open.',
  allowed: 'Only what your organisation allows is open to other computers.',
  used: 'This session is used from another computer.',
  open: 'Open to other computers: {services}.',
  onPort: '{service} on port {port}',
  openDesktop: 'Open Remote Desktop settings',
  desktopOff: 'Turn off Remote Desktop, if nobody needs to reach this computer.',
  sshOff: 'Turn off SSH',
  servicesWin32: 'Search the Start menu for “Services” and open it.',
  stopWin32: 'Find “OpenSSH SSH Server”, choose Stop, and set its start to Manual.',
  openSharing: 'Open Sharing settings',
  sharingOff: 'Turn off Screen Sharing, Remote Management and Remote Login, if nobody needs to reach this Mac.',
  stopSsh: 'Stop SSH',
  unneeded: 'Go on only if nobody needs to reach this computer.',
  paste: 'Open a terminal, copy this command, paste it and press Enter.',
  comesBack: 'SSH comes back at the next start. To keep it off, write “disable --now” instead of “stop”.',
  desktopLinux: 'Turn off remote desktop',
  gnome: 'On GNOME: open Settings, System, Remote Desktop, and turn sharing off.',
  plasma: 'On KDE Plasma: open System Settings, Remote Desktop, and turn it off.',
  quitVnc: 'Otherwise quit the VNC program.',
  who: 'See who is connected',
  yourself: 'If that’s you, working from another computer, all is well: your meeting uses that one’s camera.',
  disconnect: 'If not, disconnect this computer from the network and ask your IT department.',
});

type Service = RemoteLogin['services'][number];

/** What closes these services: the one for whole screens, the one for SSH, or both. */
const closing = (services: readonly Service[], platform: Platform, system: OperatingSystem | undefined) => {
  if (platform === 'darwin') return ['sharing-darwin'] as const;
  const isDebian = system !== undefined && [system.id, ...system.like].includes('debian');
  const ssh = platform === 'win32' ? 'ssh-win32' : isDebian ? 'ssh-debian' : 'ssh-linux';
  const screen = platform === 'win32' ? 'remote-desktop-win32' : 'remote-desktop-linux';
  if (services.every((service) => service.name === 'SSH')) return [ssh] as const;
  return services.some((service) => service.name === 'SSH') ? ([screen, ssh] as const) : ([screen] as const);
};

const stopSsh = { label: words.stopSsh, minutes: 3, steps: [words.unneeded, words.paste, words.comesBack] } as const;

const describe = messages('policy.remote-login', {
  allowedServices: 'Services that may be on.',
  remoteSessionAllowed: 'Whether people may work on this computer from another one.',
});

export const remoteLogin = defineCheck({
  id: 'remote-login',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['remoteLogin'],
  uses: ['operatingSystem'],
  policy: {
    allowedServices: list('services', describe.allowedServices),
    remoteSessionAllowed: flag(false, describe.remoteSessionAllowed),
  },
  remedies: {
    'remote-desktop-win32': {
      label: words.openDesktop,
      minutes: 3,
      steps: [words.desktopOff],
      link: 'ms-settings:remotedesktop',
    },
    'ssh-win32': { label: words.sshOff, minutes: 3, steps: [words.servicesWin32, words.stopWin32] },
    'sharing-darwin': {
      label: words.openSharing,
      minutes: 3,
      steps: [words.sharingOff],
      link: 'x-apple.systempreferences:com.apple.Sharing-Settings.extension',
    },
    'ssh-debian': { ...stopSsh, command: 'sudo systemctl stop ssh.socket ssh.service' },
    'ssh-linux': { ...stopSsh, command: 'sudo systemctl stop sshd.service' },
    'remote-desktop-linux': {
      label: words.desktopLinux,
      minutes: 3,
      steps: [words.gnome, words.plasma, words.quitVnc],
    },
    'end-session': { label: words.who, minutes: 3, steps: [words.yourself, words.disconnect] },
  },
  judge: ({ facts, policy, platform }) => {
    const { services, sessionIsRemote } = facts.remoteLogin.value;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const allowed = new Set(policy.allowedServices.map((name) => name.trim().toLowerCase()));
    const open = services.filter((service) => !allowed.has(service.name.toLowerCase()));
    const isRemote = sessionIsRemote && !policy.remoteSessionAllowed;
    const { wanted, why } = words;
    if (!isRemote && open.length === 0) {
      if (services.length === 0 && !sessionIsRemote)
        return [{ state: 'pass', title: title.closed, found: words.closed, wanted }];
      return [{ state: 'pass', title: title.allowed, found: words.allowed, wanted }];
    }
    const names = listed([...new Set(open.map(({ name }) => name))].map(product));
    const each = new Map(open.map((service) => [`${service.name} ${service.port ?? ''}`, service]));
    const ports = [...each.values()].map(({ name, port }) =>
      port === undefined ? product(name) : words.onPort({ service: product(name), port: term(String(port)) }),
    );
    const found = sentences([
      ...(isRemote ? [words.used] : []),
      ...(open.length > 0 ? [words.open({ services: listed(ports) })] : []),
    ]);
    const problem = { state: 'caution', found, wanted, why } as const;
    const closed = closing(open, platform, system);
    if (isRemote)
      return [{ ...problem, title: title.used, remedies: ['end-session', ...(open.length > 0 ? closed : [])] }];
    return [{ ...problem, title: title.open({ services: names }), remedies: closed }];
  },
});
