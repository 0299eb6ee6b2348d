/** Owns whether a Linux desktop leads programs through a proxy, by its own settings. Nobody is asked for it, and no address is read. */
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { desktopOf, gnomeSettings, kdeGroup } from '../desktop.ts';

const gnomeModes: ReadonlyMap<string, boolean> = new Map([
  ['none', false],
  ['manual', true],
  ['auto', true],
]);

/** None, by hand, a script, found by itself, by the environment. */
const kdeTypes: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
  ['2', true],
  ['3', true],
  ['4', true],
]);

export const KDE_PROXY = 'kioslaverc';

/** Null where it is not told. */
export const desktopProxy = async (machine: Machine): Promise<boolean | null> => {
  switch (desktopOf(machine)) {
    case 'gnome': {
      const mode = await optional(gnomeSettings(machine).then((setting) => setting('org.gnome.system.proxy mode')));
      return gnomeModes.get(mode ?? '') ?? null;
    }
    case 'kde': {
      const settings = await optional(kdeGroup(machine, KDE_PROXY, 'Proxy Settings'));
      return settings === undefined ? null : (kdeTypes.get(settings.get('ProxyType') ?? '0') ?? null);
    }
    default:
      return null;
  }
};

/** What a recording keeps: that there is one, never where. */
export const allowedProxy = (text: string): string =>
  text.match(/^(?:\[Proxy Settings\]|ProxyType=\d+)$/gm)?.join('\n') ?? '';
