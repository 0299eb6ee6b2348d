import { describe, expect, it } from 'vitest';
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

  it('is unknown when the setting of ufw cannot be understood', async () => {
    const machine = withReadings(recordingOf('ubuntu-24.04-ready'), file('/etc/ufw/ufw.conf', 'ENABLED=peut-être\n'));
    expect(await outcomeOf(machine, 'firewall')).toBe('unknown: unreadable');
  });

  const running = (unit: string) => {
    const server = recordingOf('debian-12-server');
    const shown = server.reads.find((it) => it.op === 'run' && it.program === '/usr/bin/systemctl');
    const before = shown?.op === 'run' && 'stdout' in shown ? shown.stdout : '';
    const off = before.replaceAll('ActiveState=active', 'ActiveState=inactive');
    const now = off.replace(
      new RegExp(`(Id=${unit}\\.service\\nLoadState=)\\S+\\nActiveState=\\S+`),
      '$1loaded\nActiveState=active',
    );
    return withReadings(server, answering(server, '/usr/bin/systemctl', now));
  };
  const missing = (path: string) => ({ op: 'readText', path, missing: true }) as const;

  it.each([
    ['ACCEPT', false],
    ['DROP', true],
    ['REJECT', true],
  ])('ufw that is told to %s what comes in', async (policy, on) => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const machine = withReadings(ubuntu, file('/etc/default/ufw', `IPV6=yes\nDEFAULT_INPUT_POLICY="${policy}"\n`));
    expect(await outcomeOf(machine, 'firewall')).toEqual({ on, name: 'ufw', off: [] });
  });

  it.each<[string, string, string | undefined, boolean]>([
    ['the zone that trusts everybody', 'DefaultZone=trusted\n', undefined, false],
    ['a zone of its own that accepts', 'DefaultZone=lab\n', '<zone target="ACCEPT"><short>Lab</short></zone>', false],
    ['a zone of its own that does not', 'DefaultZone=lab\n', '<zone><service name="ssh"/></zone>', true],
    ['a trusted zone that was made to refuse', 'DefaultZone=trusted\n', '<zone target="DROP"/>', true],
    ['the usual zone', '# DefaultZone=trusted\nDefaultZone=public\n', undefined, true],
    ['every port let in', 'DefaultZone=home\n', '<zone><port port="1-65535" protocol="tcp"/></zone>', false],
    [
      'every port of another protocol',
      'DefaultZone=home\n',
      '<zone><port port="1-65535" protocol="udp"/></zone>',
      true,
    ],
    ['the usual zone that was made to accept', 'DefaultZone=public\n', '<zone target="ACCEPT"></zone>', false],
    ['no zone named, and the usual one made to accept', 'LogDenied=off\n', '<zone target="ACCEPT"></zone>', false],
  ])('firewalld in %s', async (_, settings, zone, on) => {
    const name = /^DefaultZone=(.*)$/m.exec(settings)?.[1] ?? 'public';
    const path = `/etc/firewalld/zones/${name}.xml`;
    const machine = withReadings(
      running('firewalld'),
      file('/etc/firewalld/firewalld.conf', settings),
      zone === undefined ? missing(path) : file(path, zone),
    );
    expect(await outcomeOf(machine, 'firewall')).toEqual({ on, name: 'firewalld', off: [] });
  });

  const refusing = '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n';
  const open = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n';
  const noSyn =
    '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP\nCOMMIT\n';
  const goesElsewhere = '*filter\n:INPUT ACCEPT [0:0]\n:T - [0:0]\n-A INPUT -g T\n-A INPUT -j DROP\nCOMMIT\n';
  it.each<[string, string, string | undefined, unknown]>([
    ['both refuse', refusing, refusing, { on: true, name: 'iptables', off: [] }],
    ['nothing filters IPv6', refusing, undefined, { on: true, name: 'iptables', off: ['ipv6'] }],
    ['IPv6 is let in', refusing, open, { on: true, name: 'iptables', off: ['ipv6'] }],
    ['everything is let in', open, open, { on: false, name: '', off: [] }],
    ['what begins a connection is dropped', noSyn, noSyn, { on: true, name: 'iptables', off: [] }],
    ['what refuses is never reached', goesElsewhere, open, { on: false, name: '', off: [] }],
    ['a file of another form', 'iptables -P INPUT DROP\n', refusing, 'unknown: denied'],
  ])('files of iptables: %s', async (_, ip, ip6, expected) => {
    const machine = withReadings(
      running('netfilter-persistent'),
      file('/etc/iptables/rules.v4', ip),
      ip6 === undefined ? missing('/etc/iptables/rules.v6') : file('/etc/iptables/rules.v6', ip6),
    );
    expect(await outcomeOf(machine, 'firewall')).toEqual(expected);
  });

  it('is unknown where only root may read the rules', async () => {
    const denied = { op: 'readText', cannotTell: 'denied', reason: 'No.' } as const;
    const machine = withReadings(
      running('netfilter-persistent'),
      { ...denied, path: '/etc/iptables/rules.v4' },
      { ...denied, path: '/etc/iptables/rules.v6' },
    );
    expect(await outcomeOf(machine, 'firewall')).toBe('unknown: denied');
  });

  it.each([
    ['runs', 'Id=firewall.service\nLoadState=loaded\nActiveState=active\n', { on: true, name: '', off: [] }],
    [
      'does not run',
      'Id=firewall.service\nLoadState=not-found\nActiveState=inactive\n',
      { on: false, name: '', off: [] },
    ],
    ['says nothing', undefined, 'unknown: unreadable'],
  ])('the firewall of NixOS %s', async (_, stdout, expected) => {
    const run = {
      op: 'run' as const,
      program: '/run/current-system/sw/bin/systemctl',
      args: ['show', '--property=Id,LoadState,ActiveState', 'firewall.service'],
    };
    const machine = withReadings(
      running('none'),
      file('/etc/os-release', 'ID=nixos\nVERSION_ID="26.05"\n'),
      stdout === undefined ? { ...run, missing: true } : { ...run, code: 0, stdout, stderr: '' },
    );
    expect(await outcomeOf(machine, 'firewall')).toEqual(expected);
  });

  it('rules in a file that no service loads count for nothing', async () => {
    const machine = withReadings(
      running('none'),
      file('/etc/nftables.conf', 'table inet f { chain i { type filter hook input priority 0; policy drop; } }'),
    );
    expect(await outcomeOf(machine, 'firewall')).toEqual({ on: false, name: '', off: [] });
  });

  it('is unknown when systemd leaves out a service it was asked for', async () => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const half = answering(ubuntu, '/usr/bin/systemctl', 'Id=ufw.service\nLoadState=loaded\nActiveState=active\n');
    expect(await outcomeOf(withReadings(ubuntu, half), 'firewall')).toBe('unknown: unreadable');
  });
});
