/** Owns whether a firewall keeps strangers out, on Linux: by what its rules and settings do where everybody may read them. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Firewall } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place, product } from '../../../core/messages/value.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt, optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { parseUnits, readUnits, type Unit } from '../units.ts';
import { readOsRelease } from '../updates/operating-system.ts';
import { judgeIptables } from './iptables.ts';
import { judgeNftables } from './nftables.ts';
import type { Outcome } from './packet-filter.ts';

const words = messages('linux-firewall', {
  partly: 'What {firewall} lets in depends on more than its rules.',
  nixos: 'systemd didn’t say whether the firewall of NixOS runs.',
  ufw: '{file} doesn’t say whether ufw is on.',
  hidden: 'Only an administrator can see the rules of this firewall.',
  form: '{file} has a form Greenroom doesn’t know, or leads to other files.',
});

const UFW = '/etc/ufw/ufw.conf';
const UFW_DEFAULTS = '/etc/default/ufw';
const NFTABLES = '/etc/nftables.conf';

/** Services that load rules with iptables-restore, and the files they load them from. */
const IPTABLES: readonly { readonly unit: Unit; readonly ip: string; readonly ip6: string }[] = [
  { unit: 'iptables.service', ip: '/etc/iptables/iptables.rules', ip6: '/etc/iptables/ip6tables.rules' },
  { unit: 'netfilter-persistent.service', ip: '/etc/iptables/rules.v4', ip6: '/etc/iptables/rules.v6' },
];

/** Services that load rules nobody but root can see. */
const OPAQUE = ['shorewall.service', 'SuSEfirewall2.service'] as const;

const readText = (machine: Machine, path: string) => machine.readText(path, { maxBytes: 1_048_576 });

/** On, off, or on for one kind of network alone. Throws where the rules do not decide it. */
const firewallOf = (name: string, ip: Outcome, ip6: Outcome, source: string) => {
  if (ip === 'accept') return undefined;
  if (ip === 'partly' || ip6 === 'partly')
    throw new FactUnavailable('unsupported', words.partly({ firewall: product(name) }));
  return known<Firewall>({ on: true, name, off: ip6 === 'accept' ? ['ipv6'] : [] }, source);
};

/** firewalld in a zone that takes everything in. Where its settings are closed, it counts as it comes: refusing. */
const trustsEverybody = async (machine: Machine): Promise<boolean> => {
  const settings = await optional(readText(machine, '/etc/firewalld/firewalld.conf'));
  if (settings === undefined) return false;
  const zone = /^[ \t]*DefaultZone[ \t]*=[ \t]*([A-Za-z0-9_-]{1,40})[ \t]*$/m.exec(settings)?.[1] ?? 'public';
  const own = await optional(readText(machine, `/etc/firewalld/zones/${zone}.xml`));
  if (own === undefined) return zone === 'trusted';
  const target = /<zone\b[^>]*\btarget\s*=\s*["']([^"']*)["']/.exec(own)?.[1];
  const ports = (own.match(/<port\b[^>]*>/g) ?? []).filter((port) => /\bprotocol\s*=\s*["']tcp["']/.test(port));
  return target === 'ACCEPT' || ports.some((port) => /\bport\s*=\s*["'][01]-65535["']/.test(port));
};

/** NixOS has a service of its own for its rules, which refuse all that is not asked for. */
const nixFirewallRuns = async (machine: Machine): Promise<boolean> => {
  const system = await optional(readOsRelease(machine));
  if (system?.values.get('ID') !== 'nixos') return false;
  const args = ['show', '--property=Id,LoadState,ActiveState', 'firewall.service'];
  const result = await machine.run('/run/current-system/sw/bin/systemctl', args, {
    timeoutMs: 3_000,
    maxBytes: 65_536,
  });
  const state = parseUnits(result?.stdout ?? '').get('firewall.service');
  if (state === undefined) throw new FactUnavailable('unreadable', words.nixos);
  return state.active;
};

export const firewall = reader<Firewall>(5_000, async (machine) => {
  const [ufw, unit] = await Promise.all([machine.readText(UFW, { maxBytes: 65_536 }), readUnits(machine)]);
  const enabled = /^[ \t]*ENABLED=["']?(yes|no)\b/im.exec(ufw ?? '')?.[1]?.toLowerCase();

  if (unit('firewalld.service').active)
    return known({ on: !(await trustsEverybody(machine)), name: 'firewalld', off: [] }, 'firewalld.service');
  // The service of ufw counts as active even when ufw is off: only together with its setting it says something.
  if (ufw !== undefined && unit('ufw.service').active) {
    if (enabled === undefined) throw new FactUnavailable('unreadable', words.ufw({ file: place(UFW) }));
    if (enabled === 'yes') {
      // Without a word of its own it refuses what comes in.
      const defaults = await optional(readText(machine, UFW_DEFAULTS));
      const policy = /^[ \t]*DEFAULT_INPUT_POLICY=["']?(\w+)/im.exec(defaults ?? '')?.[1]?.toUpperCase();
      return known({ on: policy !== 'ACCEPT', name: 'ufw', off: [] }, `ufw.service, ${UFW}, ${UFW_DEFAULTS}`);
    }
  }
  if (unit('nftables.service').active) {
    const text = await readText(machine, NFTABLES);
    if (text === undefined) throw new FactUnavailable('denied', words.hidden);
    const outcome = judgeNftables(text);
    if (outcome === null) throw new FactUnavailable('unreadable', words.form({ file: place(NFTABLES) }));
    const found = firewallOf('nftables', outcome.ip, outcome.ip6, `nftables.service, ${NFTABLES}`);
    if (found !== undefined) return found;
  }
  for (const { unit: name, ip, ip6 } of IPTABLES) {
    if (!unit(name).active) continue;
    const [rules, rules6] = await Promise.all([attempt(readText(machine, ip)), attempt(readText(machine, ip6))]);
    const closed = new FactUnavailable('denied', words.hidden);
    if (typeof rules !== 'string' || rules6 instanceof FactUnavailable) throw closed;
    const [outcome, outcome6] = [
      judgeIptables(rules, 'ip'),
      rules6 === undefined ? 'accept' : judgeIptables(rules6, 'ip6'),
    ];
    if (outcome === null || outcome6 === null) throw closed;
    const found = firewallOf('iptables', outcome, outcome6, `${name}, ${ip}`);
    if (found !== undefined) return found;
  }
  if (OPAQUE.some((name) => unit(name).active)) {
    throw new FactUnavailable('denied', words.hidden);
  }
  if (await nixFirewallRuns(machine)) return known({ on: true, name: '', off: [] }, 'firewall.service');
  const there = ufw !== undefined ? 'ufw' : unit('firewalld.service').there ? 'firewalld' : '';
  return known({ on: false, name: there, off: [] }, ufw === undefined ? 'systemctl' : `systemctl, ${UFW}`);
});
