/** Owns the one question to systemd about its units: which are there and which run. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';
import { type Machine, runRequired } from '../machine/machine.ts';

const words = messages('systemd', {
  services: 'systemd didn’t say which services run on this computer.',
  unit: 'systemd didn’t say whether {unit} runs.',
});

/** Every unit that some reader wants to know of, so that one command answers them all. */
const UNITS = [
  'firewalld.service',
  'ufw.service',
  'nftables.service',
  'iptables.service',
  'netfilter-persistent.service',
  'shorewall.service',
  'SuSEfirewall2.service',
  'apt-daily.timer',
  'apt-daily-upgrade.timer',
  'dnf-automatic.timer',
  'dnf-automatic-install.timer',
  'dnf5-automatic.timer',
  'rpm-ostreed-automatic.timer',
  'bootc-fetch-apply-updates.timer',
  'uupd.timer',
  'transactional-update.timer',
  'ssh.service',
  'ssh.socket',
  'sshd.service',
  'sshd.socket',
  'systemd-timesyncd.service',
  'chrony.service',
  'chronyd.service',
  'ntp.service',
  'ntpd.service',
  'ntpsec.service',
  'openntpd.service',
] as const;
export type Unit = (typeof UNITS)[number];

export interface UnitState {
  readonly there: boolean;
  readonly active: boolean;
}

/** Blocks of `Name=value` lines, one a unit, in no set order. Words of systemd are not translated. */
export const parseUnits = (stdout: string): ReadonlyMap<string, UnitState> =>
  new Map(
    stdout.split('\n\n').flatMap((block) => {
      const value = (name: string): string | undefined => new RegExp(`^${name}=(.{0,200})$`, 'm').exec(block)?.[1];
      const [id, load, active] = [value('Id'), value('LoadState'), value('ActiveState')];
      if (id === undefined || load === undefined || active === undefined) return [];
      return [[id, { there: load === 'loaded', active: active === 'active' }] as const];
    }),
  );

/** The state of a unit by name. Throws `FactUnavailable` where systemd does not run this system. */
export const readUnits = async (machine: Machine): Promise<(unit: Unit) => UnitState> => {
  const args = ['show', '--property=Id,LoadState,ActiveState', ...UNITS];
  const { code, stdout } = await runRequired(machine, '/usr/bin/systemctl', args, { maxBytes: 262_144 });
  const units = parseUnits(stdout);
  if (code !== 0 || units.size === 0) {
    throw new FactUnavailable('unreadable', words.services);
  }
  return (unit) => {
    const state = units.get(unit);
    if (state === undefined) throw new FactUnavailable('unreadable', words.unit({ unit: term(unit) }));
    return state;
  };
};
