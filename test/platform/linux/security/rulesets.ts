/** Rules for nftables, with what becomes of a stranger's attempt to connect to port 5900: judged by hand before they were tried. */

export interface Ruleset {
  readonly name: string;
  readonly rules: string;
  readonly ip: 'accept' | 'drop';
  readonly ip6: 'accept' | 'drop';
}

const input = (family: string, head: string, ...rules: readonly string[]): string =>
  `table ${family} filter {\n  chain input {\n    type filter hook input priority filter; ${head}\n    ${rules.join('\n    ')}\n  }\n}\n`;

const usual = ['ct state established,related accept', 'iif lo accept'];
const both = (outcome: 'accept' | 'drop') => ({ ip: outcome, ip6: outcome });

export const rulesets: readonly Ruleset[] = [
  {
    name: 'a policy that drops',
    rules: input('inet', 'policy drop;', ...usual, 'tcp dport { 22, 80, 443 } accept'),
    ...both('drop'),
  },
  { name: 'a policy that accepts', rules: input('inet', 'policy accept;'), ...both('accept') },
  { name: 'no policy is one that accepts', rules: input('inet', '', 'iif lo accept'), ...both('accept') },
  {
    name: 'only invalid packets are dropped',
    rules: input('inet', 'policy accept;', 'ct state invalid drop'),
    ...both('accept'),
  },
  {
    name: 'only single ports are refused',
    rules: input('inet', 'policy accept;', 'tcp dport { 22, 3389 } drop'),
    ...both('accept'),
  },
  {
    name: 'a last verdict that drops',
    rules: input('inet', 'policy accept;', ...usual, 'counter packets 0 bytes 0 drop'),
    ...both('drop'),
  },
  {
    name: 'a last verdict that rejects',
    rules: input('inet', 'policy accept;', ...usual, 'reject with icmpx type admin-prohibited'),
    ...both('drop'),
  },
  { name: 'a remark that drops', rules: input('inet', 'policy accept; # policy drop;', '# drop'), ...both('accept') },
  {
    name: 'a comment that drops',
    rules: input('inet', 'policy accept;', 'tcp dport 22 counter accept comment "then drop; everything"'),
    ...both('accept'),
  },
  {
    name: 'a drop in the chain for forwarding alone',
    rules: 'table inet f { chain forward { type filter hook forward priority 0; policy drop; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a drop of what goes out alone',
    rules:
      'table inet f { chain o { type filter hook output priority 0; policy accept; ip daddr 203.0.113.9 drop; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a policy of drop behind a rule that accepts all',
    rules: input('inet', 'policy drop;', 'counter accept'),
    ...both('accept'),
  },
  {
    name: 'new connections are accepted first',
    rules: input('inet', 'policy drop;', 'ct state new,established accept'),
    ...both('accept'),
  },
  { name: 'only IPv4 is filtered', rules: input('ip', 'policy drop;', ...usual), ip: 'drop', ip6: 'accept' },
  {
    name: 'each family in its own table',
    rules:
      input('ip', 'policy drop;', ...usual) +
      input(
        'ip6',
        'policy drop;',
        ...usual,
        'icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert } accept',
      ),
    ...both('drop'),
  },
  {
    name: 'IPv4 alone by a condition',
    rules: input('inet', 'policy accept;', 'meta nfproto ipv4 drop'),
    ip: 'drop',
    ip6: 'accept',
  },
  {
    name: 'two tables: one that drops has the last word',
    rules:
      input('inet', 'policy accept;', 'accept') +
      'table inet strict { chain i { type filter hook input priority 10; policy drop; ct state established accept; iif lo accept; meta l4proto icmpv6 accept; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'a jump to a chain that drops',
    rules:
      'table inet f {\n chain own { tcp dport 22 accept\n drop\n }\n chain i { type filter hook input priority 0; policy accept; ct state established,related accept; iif lo accept; meta l4proto icmpv6 accept; jump own; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'a jump to a chain that returns first',
    rules:
      'table inet f {\n chain own { return\n drop\n }\n chain i { type filter hook input priority 0; policy accept; jump own; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a jump that accepts before the policy',
    rules:
      'table inet f {\n chain own { accept\n }\n chain i { type filter hook input priority 0; policy drop; jump own; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a chain that nobody jumps to',
    rules: 'table inet f {\n chain own { drop\n }\n chain i { type filter hook input priority 0; policy accept; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a state map',
    rules: input(
      'inet',
      'policy drop;',
      'ct state vmap { established : accept, related : accept, invalid : drop }',
      'iif lo accept',
    ),
    ...both('drop'),
  },
  {
    name: 'a protocol map that lets TCP through a chain',
    rules:
      'table inet f {\n chain t { tcp dport 1-65535 accept; }\n chain i { type filter hook input priority 0; policy drop; meta l4proto vmap { tcp : jump t, udp : drop }; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'all but the own interface',
    rules: input(
      'inet',
      'policy accept;',
      'ct state established,related accept',
      'meta l4proto icmpv6 accept',
      'iifname != "lo" counter drop',
    ),
    ...both('drop'),
  },
  {
    name: 'a named set of ports',
    rules:
      'table inet f {\n set doors { type inet_service; flags interval; elements = { 22,\n 80-90 } }\n chain i { type filter hook input priority 0; policy drop; ct state established accept; meta l4proto icmpv6 accept; tcp dport @doors accept; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'a named set of all ports',
    rules:
      'table inet f {\n set doors { type inet_service; flags interval; elements = { 1-65535 } }\n chain i { type filter hook input priority 0; policy drop; tcp dport @doors accept; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a word that the file defines',
    rules:
      'define open = { 22, 80 }\ntable inet f { chain i { type filter hook input priority 0; policy drop; ct state established accept; meta l4proto icmpv6 accept; tcp dport $open accept; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'everybody by an address',
    rules: input('inet', 'policy drop;', 'ip saddr 0.0.0.0/0 accept', 'meta l4proto icmpv6 accept'),
    ip: 'accept',
    ip6: 'drop',
  },
  {
    name: 'one computer by its address',
    rules: input('inet', 'policy drop;', 'ip saddr 203.0.113.7 accept', 'meta l4proto icmpv6 accept'),
    ...both('drop'),
  },
  { name: 'at a rate', rules: input('inet', 'policy drop;', 'limit rate 50/second accept'), ...both('accept') },
  {
    name: 'only what is above a rate is dropped',
    rules: input('inet', 'policy accept;', 'tcp dport 5900 ct state new limit rate over 100/second drop'),
    ...both('accept'),
  },
  {
    name: 'rules by orders',
    rules:
      'add table inet f\nadd chain inet f i { type filter hook input priority 0; policy accept; }\nadd rule inet f i ct state established,related accept\nadd rule inet f i meta l4proto icmpv6 accept\nadd rule inet f i drop\ninsert rule inet f i iif lo accept\n',
    ...both('drop'),
  },
  {
    name: 'rules that are thrown away again',
    rules: `${input('inet', 'policy drop;')}flush ruleset\n`,
    ...both('accept'),
  },
  {
    name: 'what begins a connection is dropped, by its flag',
    rules: input('inet', 'policy accept;', ...usual, 'tcp flags & (fin|syn|rst|ack) == syn drop'),
    ...both('drop'),
  },
  {
    name: 'what begins a connection is let in, by its flag',
    rules: input(
      'inet',
      'policy drop;',
      ...usual,
      'meta l4proto icmpv6 accept',
      'tcp flags syn / fin,syn,rst,ack accept',
    ),
    ...both('accept'),
  },
  {
    name: 'only what begins no connection is dropped',
    rules: input('inet', 'policy accept;', ...usual, 'tcp flags & (fin|syn|rst|ack) != syn ct state new drop'),
    ...both('accept'),
  },
  {
    name: 'only what no honest sender makes is dropped',
    rules: input('inet', 'policy accept;', ...usual, 'tcp flags & (fin|syn) == fin|syn drop'),
    ...both('accept'),
  },
  {
    name: 'what follows a goto is never reached',
    rules:
      'table inet f { chain t { ct state invalid drop; }\n chain i { type filter hook input priority 0; policy accept; goto t; drop; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a goto ends in the policy of the chain that was entered',
    rules:
      'table inet f { chain t { ct state established,related accept; iif lo accept; meta l4proto icmpv6 accept; }\n chain m { goto t; accept; }\n chain i { type filter hook input priority 0; policy accept; jump m; drop; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'keeping out senders that are named later leaves every other',
    rules:
      'table inet f { set l { type ipv4_addr; flags timeout; }\n chain i { type filter hook input priority 0; policy accept; ip saddr @l drop; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'a table that sleeps',
    rules: 'table inet f { flags dormant; chain i { type filter hook input priority 0; policy drop; }\n}\n',
    ...both('accept'),
  },
  {
    name: 'dropped before it is routed',
    rules:
      'table inet raw { chain p { type filter hook prerouting priority raw; policy accept; iif lo accept; meta l4proto icmpv6 accept; tcp flags syn drop; ct state new drop; }\n}\n',
    ...both('drop'),
  },
  {
    name: 'a chain of another kind is no filter',
    rules: 'table ip n { chain p { type nat hook prerouting priority dstnat; policy accept; }\n}\n',
    ...both('accept'),
  },
];
