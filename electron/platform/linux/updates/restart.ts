/** Owns whether Linux waits for a restart: what says so by itself, and the running kernel against the installed ones. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RestartPending } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { imageWaits } from './rpm-ostree.ts';

const words = messages('linux-restart', {
  kernel: 'This system doesn’t show whether a newer kernel is installed than the one that runs.',
});

/** Debian and Ubuntu; openSUSE. Only some programs write them, so that a missing one proves nothing. */
const FLAGS = ['/run/reboot-required', '/run/reboot-needed'];
const PACKAGES = '/run/reboot-required.pkgs';
/** A link that is there while updates wait to be installed at the next start (systemd.offline-updates). */
const OFFLINE_UPDATE = '/system-update';
const MODULES = '/lib/modules';

/** Words that tell one line of kernels from another: "generic", "lts", "rt amd". Numbers and releases are left out. */
export const flavourOf = (kernel: string): string =>
  kernel
    .replace(/^[\d.]+/, '')
    .split(/[^a-z]+/i)
    .filter((word) => word !== '' && !['rc', 'deb', 'bpo', 'fc', 'el', 'x'].includes(word))
    .join(' ');

/**
 * Systems that offer several series side by side, each with packages of its own, so that a higher one is another choice and
 * no update: Manjaro, Proxmox, and Ubuntu, which marks a restart that waits.
 */
const CHOOSES_SERIES = /MANJARO|-pve$|-generic$/;

/** By every number in the name: what stands behind the dash counts as much as what stands before it. */
const isNewer = (kernel: string, other: string): boolean => {
  const [one, two] = [kernel, other].map((name) => (name.match(/\d+/g) ?? []).map(Number));
  const at = (one ?? []).findIndex((number, index) => number !== two?.[index]);
  return at !== -1 && (one?.[at] ?? 0) > (two?.[at] ?? -1);
};

const seriesOf = (kernel: string): string => /^\d+\.\d+/.exec(kernel)?.[0] ?? '';

/** When this computer was started; undefined where that cannot be read. */
const startedMs = async (machine: Machine): Promise<number | undefined> => {
  const seconds = /^btime (\d{1,12})$/m.exec((await optional(machine.readText('/proc/stat'))) ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
};

/** A kernel that was there at the last start and did not start: somebody chose the other, or it cannot start here. */
const wasPassedOver = async (machine: Machine, kernel: string): Promise<boolean> => {
  const [started, installed] = await Promise.all([
    startedMs(machine),
    optional(machine.stat(`${MODULES}/${kernel}/modules.dep`)),
  ]);
  return started !== undefined && installed !== undefined && installed.modifiedMs < started;
};

/** Whether a newer kernel of the running one's line waits; undefined when the running one is not of this system's making. */
const newerKernelWaits = async (machine: Machine): Promise<boolean | undefined> => {
  const running = machine.host.kernel;
  const names = ((await machine.readDir(MODULES)) ?? []).map(({ name }) => name).filter((name) => /^\d/.test(name));
  const line = names.filter((name) => flavourOf(name) === flavourOf(running));
  const newer = line.filter((name) => isNewer(name, running));
  const offered = CHOOSES_SERIES.test(running) ? newer.filter((name) => seriesOf(name) === seriesOf(running)) : newer;
  for (const name of offered) {
    // Drivers built for a kernel that was removed leave a folder without its own modules.
    if ((await machine.stat(`${MODULES}/${name}/kernel`)) === undefined) continue;
    if (!(await wasPassedOver(machine, name))) return true;
  }
  return line.length > 0 ? false : undefined;
};

const flagged = async (machine: Machine): Promise<{ reasons: readonly string[]; source: string } | undefined> => {
  for (const flag of FLAGS) {
    if ((await machine.stat(flag)) === undefined) continue;
    const text = flag === FLAGS[0] ? ((await machine.readText(PACKAGES, { maxBytes: 65_536 })) ?? '') : '';
    const packages = [...new Set(text.split('\n').filter((name) => /^[a-z0-9][a-z0-9+.-]{0,99}$/.test(name)))];
    const kernels = packages.filter((name) => /^linux-(?:image|base|headers|modules)/.test(name));
    const others = packages.filter((name) => !kernels.includes(name)).slice(0, 5);
    const reasons = [...(kernels.length > 0 ? ['a new kernel'] : []), ...others];
    return { reasons: reasons.length > 0 ? reasons : ['updates'], source: flag };
  }
  if ((await machine.readLink(OFFLINE_UPDATE)) === undefined) return undefined;
  return { reasons: ['updates that are installed at the next start'], source: OFFLINE_UPDATE };
};

export const restartPending = reader<RestartPending>(5_000, async (machine) => {
  const flag = await flagged(machine);
  if (flag !== undefined) return known({ pending: true, reasons: flag.reasons }, flag.source);
  if ((await machine.stat('/run/ostree-booted')) !== undefined) {
    const waits = await imageWaits(machine);
    return known({ pending: waits, reasons: waits ? ['a new system image'] : [] }, 'rpm-ostree status');
  }
  const pending = await newerKernelWaits(machine);
  if (pending === undefined) {
    throw new FactUnavailable('unreadable', words.kernel);
  }
  return known(
    { pending, reasons: pending ? ['a new kernel'] : [] },
    `${MODULES}, running kernel ${machine.host.kernel}`,
  );
});
