/** A firewall that is off weighs differently on each system, and on Linux only with something to protect. */
import { expect, test } from 'vitest';
import { firewall } from '../../../../electron/core/checks/protection/firewall.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { Firewall, Platform, RemoteLogin } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const nothingOpen: RemoteLogin['services'] = [];
const ssh: RemoteLogin['services'] = [{ name: 'SSH', port: 22 }];

const finding = (
  it: Partial<Firewall>,
  platform: Platform,
  services: RemoteLogin['services'] | null = nothingOpen,
  policy = noPolicy,
) =>
  judged(
    firewall,
    {
      firewall: known({ on: true, name: 'Windows Firewall', off: [], ...it }, 'test'),
      remoteLogin:
        services === null
          ? unknown('missing-tool', asMessage('The program “ss” is not installed.'))
          : known({ services, sessionIsRemote: false }, 'test'),
    },
    { platform, policy },
  )[0];

test.each<[string, Partial<Firewall>, Platform, RemoteLogin['services'] | null, string, string]>([
  ['Windows, on everywhere', {}, 'win32', nothingOpen, 'pass', 'Your firewall is on'],
  [
    'Windows, off on public networks',
    { on: true, off: ['public'] },
    'win32',
    nothingOpen,
    'fail',
    'Your firewall is off on public networks',
  ],
  [
    'Windows, off on private networks',
    { on: true, off: ['private'] },
    'win32',
    nothingOpen,
    'caution',
    'Your firewall is off on private networks',
  ],
  [
    'Windows, off everywhere',
    { on: false, off: ['domain', 'private', 'public'] },
    'win32',
    nothingOpen,
    'fail',
    'Your firewall is off on your organisation’s network, private networks and public networks',
  ],
  ['Windows, off, profiles not named', { on: false }, 'win32', nothingOpen, 'fail', 'Your firewall is off'],
  ['macOS, on', { name: 'macOS firewall' }, 'darwin', null, 'pass', 'Your firewall is on'],
  [
    'macOS, off as it comes',
    { on: false, name: 'macOS firewall' },
    'darwin',
    nothingOpen,
    'caution',
    'Your firewall is off',
  ],
  ['Linux, ufw on', { name: 'ufw' }, 'linux', ssh, 'pass', 'Your firewall is on'],
  [
    'Linux, off and nothing to reach',
    { on: false, name: '' },
    'linux',
    nothingOpen,
    'not-applicable',
    'No firewall is on',
  ],
  [
    'Linux, off and SSH open',
    { on: false, name: 'ufw' },
    'linux',
    ssh,
    'caution',
    'No firewall, and SSH can be reached',
  ],
  [
    'Linux, off and the ports not known',
    { on: false, name: '' },
    'linux',
    null,
    'unknown',
    'Couldn’t check whether you need a firewall',
  ],
])('%s', (_name, it, platform, services, state, title) =>
  expect(finding(it, platform, services)).toMatchObject({ state, title }),
);

test('an organisation may expect one on Linux in any case', () => {
  const strict = policyFor('firewall', { expectedOnLinux: true });
  expect(finding({ on: false, name: '' }, 'linux', nothingOpen, strict)?.state).toBe('caution');
  expect(finding({ on: false, name: '' }, 'linux', null, strict)?.state).toBe('caution');
});

test('the command belongs to the firewall that is installed', () => {
  expect(finding({ on: false, name: 'firewalld' }, 'linux', ssh)?.remedies[0]?.command).toBe(
    'sudo systemctl enable --now firewalld',
  );
  expect(finding({ on: false, name: 'ufw' }, 'linux', ssh)?.remedies[0]?.command).toBe('sudo ufw enable');
});

test('a profile of another name is shown as it is, and only that', () => {
  expect(finding({ on: true, off: ['constructor'] }, 'win32')?.title).toBe('Your firewall is off on constructor');
});
