/** Owns what computer this is and how its drives are: read by one process for both, the same on every system. */

import { FactUnavailable, known } from '../core/facts/fact.ts';
import type { Computer, DriveHealth } from '../core/facts/index.ts';
import { sanitize } from '../core/text/sanitize.ts';
import { sessionMayBeRemote } from './linux/session.ts';
import type { Machine } from './machine/machine.ts';
import type { SystemInformation } from './machine/system-information.ts';
import { reader } from './reader.ts';
import { reasons } from './reasons.ts';
import { isRemoteWindows } from './remote-windows.ts';

/** PowerShell takes its time on a busy computer; nothing waits for this but its own checks. */
const LIMIT_MS = 9_000;
const SOURCE = 'what the computer says of itself (systeminformation)';

const ask = async (machine: Machine): Promise<SystemInformation> => {
  const information = await machine.systemInformation();
  if (information === undefined) throw new FactUnavailable('unreadable', reasons.noInformation);
  return information;
};

/** What firmware says where its maker has filled in nothing. */
const FILLERS =
  /^(?:-|n\/?a|none|unknown|default string|system (?:manufacturer|product name|model)|to be filled by o\.?e\.?m\.?|not (?:applicable|specified|available)|o\.?e\.?m\.?|invalid)$/i;
const named = (text = ''): string | null => {
  const clean = sanitize(text, 100).trim();
  return clean === '' || FILLERS.test(clean) ? null : clean;
};

const PORTABLE = /^(?:portable|laptop|notebook|sub notebook|hand held|tablet|convertible|detachable)$/i;
const STATIONARY =
  /^(?:desktop|low profile desktop|pizza box|mini tower|tower|all in one|space-saving|lunch box|main system chassis|rack mount chassis|sealed-case pc|blade|mini pc|stick pc|embedded pc|mac ?mini|i?mac.*)$/i;

const formOf = (type: string, hasBattery: boolean): Computer['form'] =>
  PORTABLE.test(type) || (hasBattery && !STATIONARY.test(type))
    ? 'portable'
    : STATIONARY.test(type)
      ? 'stationary'
      : null;

const isRemote = async (machine: Machine): Promise<boolean> =>
  machine.host.platform === 'linux' ? sessionMayBeRemote(machine) : isRemoteWindows(machine);

export const computer = reader<Computer>(LIMIT_MS, async (machine) => {
  const [{ system, chassis, cpu, mem, battery }, remoteSession] = await Promise.all([ask(machine), isRemote(machine)]);
  const { maxCapacity = 0, designedCapacity = 0, hasBattery = false } = battery ?? {};
  const processor = [named(cpu?.manufacturer), named(cpu?.brand)].filter((one) => one !== null).join(' ');
  return known(
    {
      maker: named(system?.manufacturer),
      model: named(system?.model),
      form: formOf(chassis?.type ?? '', hasBattery),
      virtualMachine: system?.virtual === true ? (named(system.virtualHost) ?? '') : null,
      remoteSession,
      processor: processor === '' ? null : processor,
      cores: cpu?.physicalCores ?? 0,
      memoryBytes: mem?.total ?? 0,
      // A new battery may hold more than it was made for.
      batteryHealthPercent:
        hasBattery && designedCapacity > 0 && maxCapacity > 0
          ? Math.min(100, Math.round((100 * maxCapacity) / designedCapacity))
          : null,
    },
    SOURCE,
  );
});

const stateOf = (status: string): DriveHealth['drives'][number]['state'] => {
  switch (status.toLowerCase()) {
    case 'ok':
    case 'verified':
      return 'healthy';
    case 'predicted failure':
    case 'failing':
    case 'degraded':
      return 'failing';
    default:
      return 'silent';
  }
};

export const driveHealth = reader<DriveHealth>(LIMIT_MS, async (machine) => {
  const { diskLayout } = await ask(machine);
  if (diskLayout === null) throw new FactUnavailable('unreadable', reasons.driveList);
  const drives = diskLayout.map(({ name, smartStatus }) => ({
    name: named(name) ?? 'drive',
    state: stateOf(smartStatus),
  }));
  return known({ drives }, SOURCE);
});
