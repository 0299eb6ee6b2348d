import { describe, expect, it } from 'vitest';
import { refusesIncoming } from '../../../../electron/platform/linux/security/firewall.ts';
import { answering, file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('the firewall', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { on: true, name: 'ufw', off: [] }],
    // Its service counts as active, and ufw is off all the same.
    ['ubuntu-24.04-security-waiting-french', { on: false, name: 'ufw', off: [] }],
    // "Enabled" in a file, and no systemd that would have loaded the rules.
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    // nftables runs with Debian's own rules, which let everything in.
    ['debian-12-server', { on: false, name: '', off: [] }],
    ['fedora-43', { on: true, name: 'firewalld', off: [] }],
    ['fedora-42-no-metadata', 'unknown: denied'],
    ['arch', { on: true, name: 'nftables', off: [] }],
    ['arch-not-synchronised', { on: false, name: '', off: [] }],
    ['opensuse-leap-16', { on: false, name: 'firewalld', off: [] }],
    ['linux-other-language', 'unknown: unreadable'],
    ['linux-tools-missing', 'unknown: missing-tool'],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'firewall')).toEqual(expected);
  });

  it.each([
    ['a policy', 'chain input { type filter hook input priority 0; policy drop; }', true],
    [
      'a rule',
      'chain input { type filter hook input priority 0;\n ct state invalid drop\n tcp dport 22 reject }',
      true,
    ],
    ['only a remark', 'chain input { type filter hook input priority 0; } # policy drop', false],
    ['rules for forwarding alone', 'chain forward { type filter hook forward priority 0; policy drop; }', false],
    ['more files', 'include "/etc/nftables.d/*.nft"', null],
  ])('nftables with %s', (_, rules, refuses) => {
    expect(refusesIncoming(rules)).toBe(refuses);
  });

  it('is unknown when the setting of ufw cannot be understood', async () => {
    const machine = withReadings(recordingOf('ubuntu-24.04-ready'), file('/etc/ufw/ufw.conf', 'ENABLED=peut-être\n'));
    expect(await outcomeOf(machine, 'firewall')).toBe('unknown: unreadable');
  });

  it('is unknown when systemd leaves out a service it was asked for', async () => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const half = answering(ubuntu, '/usr/bin/systemctl', 'Id=ufw.service\nLoadState=loaded\nActiveState=active\n');
    expect(await outcomeOf(withReadings(ubuntu, half), 'firewall')).toBe('unknown: unreadable');
  });
});
