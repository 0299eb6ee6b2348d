/** Owns whether Linux waits for a restart: what says so by itself, and the running kernel against the installed ones. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RestartPending } from '../../../core/facts/index.ts';
import { compareVersions } from '../../../core/versions/version.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { imageWaits } from './rpm-ostree.ts';

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

/** The newest kernel of the running one's line; undefined when the running one is not of this system's making. */
const newestKernel = async (machine: Machine): Promise<string | undefined> => {
  const running = machine.host.kernel;
  const names = ((await machine.readDir(MODULES)) ?? []).map(({ name }) => name).filter((name) => /^\d/.test(name));
  const line = names.filter((name) => flavourOf(name) === flavourOf(running));
  for (const name of line.sort(compareVersions).reverse()) {
    if (name === running) return name;
    // Drivers built for a kernel that was removed leave a folder without its own modules.
    if ((await machine.stat(`${MODULES}/${name}/kernel`)) !== undefined) return name;
  }
  return undefined;
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
  const newest = await newestKernel(machine);
  if (newest === undefined) {
    throw new FactUnavailable(
      'unreadable',
      'This system does not show whether a newer kernel is installed than the one that runs.',
    );
  }
  const pending = newest !== machine.host.kernel;
  return known(
    { pending, reasons: pending ? ['a new kernel'] : [] },
    `${MODULES}, running kernel ${machine.host.kernel}`,
  );
});
