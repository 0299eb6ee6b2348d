/** Owns whether a firewall is on for each kind of network that Windows knows. */
import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Firewall } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { section, text } from '../section.ts';
import { isOn, mayBeThere, scanners } from './scanners.ts';

const words = messages('windows-firewall', {
  unclear:
    'Windows doesn’t say whether its firewall is on for {kind, select, domain {domain} private {private} other {public}} networks.',
  others: 'Windows’ own firewall is off, and Windows didn’t name others.',
  other: 'Windows’ own firewall is off, and Windows doesn’t say whether another one is on.',
  untold: 'Windows didn’t say whether its firewall may run.',
});

const schema = v.object({
  service: text,
  profiles: v.array(v.object({ name: v.string(), local: text, managed: text, policy: text })),
});
type Profile = v.InferOutput<typeof schema>['profiles'][number];

const SERVICE_DISABLED = '4';

/** Windows' own key calls private networks "Standard"; policies call them by either name. */
const kinds = [
  { kind: 'domain', names: ['Domain'] },
  { kind: 'private', names: ['Standard', 'Private'] },
  { kind: 'public', names: ['Public'] },
] as const;

const unclear = (kind: string): FactUnavailable => new FactUnavailable('unreadable', words.unclear({ kind }));

/** Policy comes before the computer's own setting. Where two places disagree and neither is known to win, nobody can tell. */
const isOnFor = (kind: string, profiles: readonly Profile[]): boolean => {
  const values = (place: 'local' | 'managed' | 'policy'): readonly string[] => [
    ...new Set(profiles.map((profile) => profile[place]).filter((value) => value !== '')),
  ];
  const policy = values('policy');
  const deciding = policy.length > 0 ? policy : [...new Set([...values('local'), ...values('managed')])];
  const [value] = deciding;
  if (deciding.length !== 1 || (value !== '0' && value !== '1')) throw unclear(kind);
  return value === '1';
};

/** Another maker's firewall takes the place of Windows' own. A Windows without that list has none. */
const otherFirewall = async (machine: Machine): Promise<string | undefined> => {
  const answer = await attempt(scanners(machine));
  if (answer instanceof FactUnavailable) {
    if (answer.why === 'unsupported') return undefined;
    throw answer;
  }
  const { Firewall: found } = answer;
  if (found === null) throw new FactUnavailable('unreadable', words.others);
  if (found.some((product) => isOn(product) === null)) throw new FactUnavailable('unreadable', words.other);
  const isThere = await mayBeThere(machine);
  return found.find((product) => isOn(product) === true && isThere(product.name))?.name;
};

export const firewall = reader<Firewall>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { service, profiles } = await section(machine, 'firewall', schema);
  if (service === '') throw new FactUnavailable('unreadable', words.untold);
  const off = kinds
    .filter(({ kind, names }) => {
      if (service === SERVICE_DISABLED) return true;
      return !isOnFor(
        kind,
        profiles.filter(({ name }) => names.some((it) => it === name)),
      );
    })
    .map(({ kind }) => kind);
  const source = 'Firewall settings and policies in the registry';
  if (off.length === 0) return known({ on: true, name: 'Windows Firewall', off }, source);
  const other = await otherFirewall(machine);
  if (other !== undefined) return known({ on: true, name: other, off: [] }, 'Windows Security');
  return known({ on: off.length < kinds.length, name: 'Windows Firewall', off }, source);
});
