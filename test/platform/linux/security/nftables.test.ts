/** What files of rules do with a stranger who wants to connect: judged by hand, and tried on the kernel's own by the proof beside it. */
import { describe, expect, test } from 'vitest';
import { judgeIptables } from '../../../../electron/platform/linux/security/iptables.ts';
import { judgeNftables } from '../../../../electron/platform/linux/security/nftables.ts';
import { rulesets } from './rulesets.ts';

test.each(rulesets)('$name', ({ rules, ip, ip6 }) => {
  expect(judgeNftables(rules)).toEqual({ ip, ip6 });
});

describe('what depends on more than the rules say', () => {
  const filter = (...rules: readonly string[]) =>
    `table inet f { chain i { type filter hook input priority 0; policy drop; ct state established accept\n${rules.join('\n')} } }`;
  test.each([
    ['the whole local network', 'ip saddr 192.168.0.0/16 accept', 'partly', 'drop'],
    ['one interface', 'iifname "eth0" accept', 'partly', 'partly'],
    ['most ports', 'tcp dport 1024-65535 accept', 'partly', 'partly'],
    ['ports above a number', 'tcp dport >= 1024 accept', 'partly', 'partly'],
    ['a set that is filled from elsewhere', 'ip saddr @friends accept', 'partly', 'drop'],
    ['a chain that is not there', 'jump elsewhere', 'partly', 'partly'],
    ['a chain that calls itself', 'jump i', 'partly', 'partly'],
    ['a mark', 'meta mark 0x1 accept', 'partly', 'partly'],
    ['a map that is filled from elsewhere', 'iifname vmap @doors', 'partly', 'partly'],
  ])('%s', (_, rule, ip, ip6) => expect(judgeNftables(filter(rule))).toEqual({ ip, ip6 }));

  test('keeping one interface out leaves the others', () => {
    const rules = 'table inet f { chain i { type filter hook input priority 0; iifname "wlan0" drop } }';
    expect(judgeNftables(rules)).toEqual({ ip: 'partly', ip6: 'partly' });
  });
});

test.each([
  ['other files', 'include "/etc/nftables.d/*.nft"'],
  [
    'other files inside a chain',
    'table inet f { chain i { type filter hook input priority 0; policy drop;\n include "/etc/x" } }',
  ],
  ['a brace too few', 'table inet f { chain i {'],
  ['a brace too many', 'table inet f { } }'],
  ['an order nobody knows', 'replace rule inet f i handle 3 accept'],
])('nothing is said of a file with %s', (_, rules) => expect(judgeNftables(rules)).toBeNull());

test('a file of braces alone comes to an end', () => {
  expect(judgeNftables('{'.repeat(3_000))).toBeNull();
});

describe('files for iptables-restore', () => {
  const judge = (...rules: readonly string[]) => judgeIptables(['*filter', ...rules, 'COMMIT', ''].join('\n'), 'ip');
  test.each([
    [
      'a policy',
      [':INPUT DROP [0:0]', '-A INPUT -i lo -j ACCEPT', '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT'],
      'drop',
    ],
    [
      'a last rule',
      [
        ':INPUT ACCEPT [0:0]',
        '-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT',
        '-A INPUT -j REJECT --reject-with icmp-host-prohibited',
      ],
      'drop',
    ],
    [
      'a chain',
      [
        ':INPUT ACCEPT [0:0]',
        ':own - [0:0]',
        '-A INPUT -j own',
        '-A own -m conntrack --ctstate NEW -m comment --comment "no -j ACCEPT here" -j DROP',
      ],
      'drop',
    ],
    ['only invalid packets', [':INPUT ACCEPT [0:0]', '-A INPUT -m conntrack --ctstate INVALID -j DROP'], 'accept'],
    ['a policy, and everything is accepted first', [':INPUT DROP [0:0]', '-A INPUT -j ACCEPT'], 'accept'],
    ['everybody may, at a rate', [':INPUT DROP [0:0]', '-A INPUT -m limit --limit 25/min -j ACCEPT'], 'accept'],
    [
      'everybody may who chooses the right port',
      [':INPUT DROP [0:0]', '-A INPUT -p tcp --sport 53 -j ACCEPT'],
      'accept',
    ],
    ['only the forwarding chain', [':INPUT ACCEPT [0:0]', ':FORWARD DROP [0:0]'], 'accept'],
    [
      'all ports by a range',
      [':INPUT DROP [0:0]', '-A INPUT -p tcp -m multiport --dports 1:65535 -j ACCEPT'],
      'accept',
    ],
    ['all but the own interface', [':INPUT ACCEPT [0:0]', '-A INPUT ! -i lo -j DROP'], 'drop'],
    ['the local network', [':INPUT DROP [0:0]', '-A INPUT -s 10.0.0.0/8 -j ACCEPT'], 'partly'],
    ['a log alone', [':INPUT ACCEPT [0:0]', '-A INPUT -j LOG --log-prefix "DROP "'], 'accept'],
  ])('%s', (_, rules, outcome) => expect(judge(...rules)).toBe(outcome));

  test('rules of other tables are no filter', () => {
    expect(judgeIptables('*nat\n:INPUT DROP [0:0]\nCOMMIT\n', 'ip')).toBeNull();
  });
});
