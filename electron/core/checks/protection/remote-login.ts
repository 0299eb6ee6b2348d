/** Owns the check "can other computers log in to this one, or is one logged in now". */

import type { OperatingSystem, Platform, RemoteLogin } from '../../facts/index.ts';
import { flag, list } from '../../policy/policy.ts';
import { formatList } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'A service that lets others log in is a door: with a guessed password somebody sees your screen and hears the room.';

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

export const remoteLogin = defineCheck({
  id: 'remote-login',
  area: 'protection',
  when: 'after-call',
  question: 'Can other computers log in to this one?',
  unknownTitle: 'Could not tell whether other computers can log in',
  why,
  reads: {
    linux:
      'The ports that accept connections, the settings and services of SSH, and whether this session came from another computer',
    darwin: 'The ports that accept connections from other computers',
    win32:
      'Whether Remote Desktop and SSH are on, by settings and by the programs that run, and whether this session came from another computer',
  },
  needs: ['remoteLogin'],
  uses: ['operatingSystem'],
  policy: {
    allowedServices: list(
      'services, of: SSH, Remote Desktop, VNC, Screen Sharing, Remote Management',
      'Services that may be on.',
    ),
    remoteSessionAllowed: flag(false, 'Whether people may work on this computer from another one.'),
  },
  remedies: {
    'remote-desktop-win32': {
      label: 'Open Remote Desktop settings',
      minutes: 3,
      steps: ['Turn Remote Desktop off, if nobody has to reach this computer.'],
      link: 'ms-settings:remotedesktop',
    },
    'ssh-win32': {
      label: 'Turn SSH off',
      minutes: 3,
      steps: [
        'Search the Start menu for “Services” and open it.',
        'Find “OpenSSH SSH Server”, choose Stop, and set its start to Manual.',
      ],
    },
    'sharing-darwin': {
      label: 'Open Sharing settings',
      minutes: 3,
      steps: ['Turn off Screen Sharing, Remote Management and Remote Login, if nobody has to reach this Mac.'],
      link: 'x-apple.systempreferences:com.apple.Sharing-Settings.extension',
    },
    'ssh-debian': {
      label: 'Stop SSH',
      minutes: 3,
      steps: [
        'If nobody has to reach this computer: open a terminal, copy this command, paste it and press Enter.',
        'SSH comes back at the next start. To keep it off, write “disable --now” in place of “stop”.',
      ],
      command: 'sudo systemctl stop ssh.socket ssh.service',
    },
    'ssh-linux': {
      label: 'Stop SSH',
      minutes: 3,
      steps: [
        'If nobody has to reach this computer: open a terminal, copy this command, paste it and press Enter.',
        'SSH comes back at the next start. To keep it off, write “disable --now” in place of “stop”.',
      ],
      command: 'sudo systemctl stop sshd.service',
    },
    'remote-desktop-linux': {
      label: 'Turn remote desktop off',
      minutes: 3,
      steps: [
        'On GNOME: open Settings, System, Remote Desktop, and turn sharing off.',
        'On KDE Plasma: open System Settings, Remote Desktop, and turn it off.',
        'Otherwise quit the VNC program.',
      ],
    },
    'end-session': {
      label: 'See who is connected',
      minutes: 3,
      steps: [
        'If you sit at another computer and work on this one, all is well: camera and microphone are those of the other.',
        'If not, disconnect this computer from the network and ask your IT department.',
      ],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { services, sessionIsRemote } = facts.remoteLogin.value;
    const system = facts.operatingSystem.state === 'known' ? facts.operatingSystem.value : undefined;
    const allowed = new Set(policy.allowedServices.map((name) => name.trim().toLowerCase()));
    const open = services.filter((service) => !allowed.has(service.name.toLowerCase()));
    const names = formatList([...new Set(open.map((service) => service.name))]);
    const ports = [...new Set(open.map(({ name, port }) => (port === undefined ? name : `${name} on port ${port}`)))];
    const isRemote = sessionIsRemote && !policy.remoteSessionAllowed;
    const wanted = 'no service open to other computers, and nobody logged in from one';
    if (!isRemote && open.length === 0) {
      if (services.length === 0 && !sessionIsRemote) {
        const found = 'No service for remote login is open.';
        return [{ state: 'pass', title: 'Other computers cannot log in', found, wanted }];
      }
      const found = 'Only what your organisation allows is open to other computers.';
      return [{ state: 'pass', title: 'Remote login is open only as your organisation allows', found, wanted }];
    }
    const found = [
      ...(isRemote ? ['This session is used from another computer.'] : []),
      ...(open.length > 0 ? [`Open to other computers: ${formatList(ports)}.`] : []),
    ].join(' ');
    if (isRemote) {
      const title = 'This computer is being used from another one';
      return [
        {
          state: 'caution',
          title,
          found,
          wanted,
          why,
          remedies: open.length > 0 ? ['end-session', ...closing(open, platform, system)] : ['end-session'],
        },
      ];
    }
    const title = `Other computers can log in: ${names}`;
    return [{ state: 'caution', title, found, wanted, why, remedies: closing(open, platform, system) }];
  },
});
