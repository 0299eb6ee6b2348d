/** Which doors stand open to other computers, whether somebody came through one, and what closes it. */
import { expect, test } from 'vitest';
import { remoteLogin } from '../../../../electron/core/checks/protection/remote-login.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { Platform, RemoteLogin } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

type Services = RemoteLogin['services'];
const ssh: Services[number] = { name: 'SSH', port: 22 };
const rdp: Services[number] = { name: 'Remote Desktop', port: 3389 };

const finding = (
  services: Services,
  { sessionIsRemote = false, platform = 'linux' as Platform, policy = noPolicy, id = 'fedora' } = {},
) =>
  judged(
    remoteLogin,
    {
      remoteLogin: known({ services, sessionIsRemote }, 'test'),
      operatingSystem:
        id === ''
          ? unknown('unreadable', asMessage('No name.'))
          : known({ name: id, id, like: [], version: '1', rolling: false }, 'test'),
    },
    { platform, policy },
  )[0];

test.each<[string, Services, boolean, string, string]>([
  ['nothing open', [], false, 'pass', 'Other computers can’t log in'],
  ['SSH', [ssh], false, 'caution', 'Other computers can log in by SSH'],
  [
    'SSH on two ports is one service',
    [ssh, { name: 'SSH', port: 2222 }],
    false,
    'caution',
    'Other computers can log in by SSH',
  ],
  ['SSH and a desktop', [ssh, rdp], false, 'caution', 'Other computers can log in by SSH and Remote Desktop'],
  ['somebody works here from afar', [rdp], true, 'caution', 'Someone is using this computer from another'],
  ['from afar, the door not seen', [], true, 'caution', 'Someone is using this computer from another'],
])('%s', (_name, services, sessionIsRemote, state, title) =>
  expect(finding(services, { sessionIsRemote })).toMatchObject({ state, title }),
);

test('the ports stand in the evidence', () => {
  expect(finding([ssh, { name: 'VNC' }])?.evidence.found).toBe('Open to other computers: SSH on port 22 and VNC.');
});

test('what an organisation allows is quiet, and no more than that', () => {
  const policy = policyFor('remote-login', { allowedServices: ['ssh '], remoteSessionAllowed: true });
  expect(finding([ssh], { policy })).toMatchObject({
    state: 'pass',
    title: 'Remote login is open only as allowed',
  });
  expect(finding([], { sessionIsRemote: true, policy })?.state).toBe('pass');
  expect(finding([ssh, rdp], { policy })?.title).toBe('Other computers can log in by Remote Desktop');
});

test.each<[string, Services, Platform, string, readonly string[]]>([
  ['Debian', [ssh], 'linux', 'debian', ['remote-login/ssh-debian']],
  ['Fedora', [ssh], 'linux', 'fedora', ['remote-login/ssh-linux']],
  ['a Linux without a name', [ssh], 'linux', '', ['remote-login/ssh-linux']],
  ['a shared desktop', [rdp], 'linux', 'fedora', ['remote-login/remote-desktop-linux']],
  ['both on Windows', [ssh, rdp], 'win32', 'windows', ['remote-login/remote-desktop-win32', 'remote-login/ssh-win32']],
  ['macOS', [ssh, { name: 'Screen Sharing' }], 'darwin', 'macos', ['remote-login/sharing-darwin']],
])('what closes it: %s', (_name, services, platform, id, ids) =>
  expect(finding(services, { platform, id })?.remedies.map((remedy) => remedy.id)).toEqual(ids),
);
