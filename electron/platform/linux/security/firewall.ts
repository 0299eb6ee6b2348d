/** Owns whether a firewall is on, on Linux: its rules are for root only, its service and settings are not. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Firewall } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { readUnits } from '../units.ts';

const UFW = '/etc/ufw/ufw.conf';
const NFTABLES = '/etc/nftables.conf';

/** Services that load rules nobody but root can see. */
const OPAQUE = [
  'iptables.service',
  'netfilter-persistent.service',
  'shorewall.service',
  'SuSEfirewall2.service',
] as const;

/** Whether rules for nftables refuse anything that comes in; null when other files hold rules as well. */
export const refusesIncoming = (rules: string): boolean | null => {
  const plain = rules.replace(/#[^\n]*/g, '');
  if (/^[ \t]*include\s/m.test(plain)) return null;
  return /\bhook\s+input\b/.test(plain) && /\b(?:drop|reject)\b/.test(plain);
};

export const firewall = reader<Firewall>(5_000, async (machine) => {
  const [ufw, unit] = await Promise.all([machine.readText(UFW, { maxBytes: 65_536 }), readUnits(machine)]);
  const enabled = /^[ \t]*ENABLED=["']?(yes|no)\b/im.exec(ufw ?? '')?.[1]?.toLowerCase();

  if (unit('firewalld.service').active) return known({ on: true, name: 'firewalld', off: [] }, 'firewalld.service');
  // The service of ufw counts as active even when ufw is off: only together with its setting it says something.
  if (ufw !== undefined && unit('ufw.service').active) {
    if (enabled === undefined) throw new FactUnavailable('unreadable', `${UFW} does not say whether ufw is on.`);
    if (enabled === 'yes') return known({ on: true, name: 'ufw', off: [] }, `ufw.service, ${UFW}`);
  }
  if (unit('nftables.service').active) {
    const refuses = refusesIncoming((await machine.readText(NFTABLES, { maxBytes: 1_048_576 })) ?? 'include all');
    if (refuses === true) return known({ on: true, name: 'nftables', off: [] }, `nftables.service, ${NFTABLES}`);
    if (refuses === null) throw new FactUnavailable('denied', 'Only an administrator can see the rules of nftables.');
  }
  if (OPAQUE.some((name) => unit(name).active)) {
    throw new FactUnavailable('denied', 'Only an administrator can see the rules of this firewall.');
  }
  const there = ufw !== undefined ? 'ufw' : unit('firewalld.service').there ? 'firewalld' : '';
  return known({ on: false, name: there, off: [] }, ufw === undefined ? 'systemctl' : `systemctl, ${UFW}`);
});
