/** Owns whether a Linux desktop leads programs through a proxy, by its own settings. Nobody is asked for it; where it is, is read for a trial alone. */
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { proxyAddress, type SystemProxy, unlessLeftOut } from '../../proxy/address.ts';
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

const MODE = 'org.gnome.system.proxy mode';

/** Null where it is not told. */
const ofDesktop = async (machine: Machine): Promise<boolean | null> => {
  switch (desktopOf(machine)) {
    case 'gnome': {
      const mode = await optional(gnomeSettings(machine).then((setting) => setting(MODE)));
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

/** The desktop's word, or that of the environment in which Greenroom was started. Null where neither tells. */
export const linuxProxy = async (machine: Machine): Promise<boolean | null> =>
  machine.host.namesProxy === true ? true : ofDesktop(machine);

const gnomeProxyFor = async (machine: Machine, host: string): Promise<SystemProxy> => {
  const setting = await gnomeSettings(machine);
  const mode = setting(MODE);
  if (mode !== 'manual') return { is: mode === 'none' ? 'none' : 'unfollowed' };
  const [name, port] = [setting('org.gnome.system.proxy.https host'), setting('org.gnome.system.proxy.https port')];
  if (name === '') return { is: 'unfollowed' };
  const leftOut = setting('org.gnome.system.proxy ignore-hosts').matchAll(/'([^']{1,253})'/g);
  return unlessLeftOut(
    proxyAddress(`${name}:${port}`),
    host,
    [...leftOut].map(([, one = '']) => one),
  );
};

const kdeProxyFor = async (machine: Machine, host: string): Promise<SystemProxy> => {
  const settings = await kdeGroup(machine, KDE_PROXY, 'Proxy Settings');
  const type = settings.get('ProxyType') ?? '0';
  // The others are scripts, and names of variables.
  if (type !== '1') return { is: type === '0' ? 'none' : 'unfollowed' };
  const leftOut = (settings.get('NoProxyFor') ?? '').split(',');
  return unlessLeftOut(proxyAddress(settings.get('httpsProxy') ?? ''), host, leftOut);
};

/** The desktop's proxy for pages that are secured; undefined where it is not told. What the environment names comes before it. */
export const linuxProxyFor = async (machine: Machine, host: string): Promise<SystemProxy | undefined> => {
  const desktop = desktopOf(machine);
  if (desktop === 'gnome') return optional(gnomeProxyFor(machine, host));
  return desktop === 'kde' ? optional(kdeProxyFor(machine, host)) : undefined;
};

/** What a recording keeps: that there is one, never where. */
export const allowedProxy = (text: string): string =>
  text.match(/^(?:\[Proxy Settings\]|ProxyType=\d+)$/gm)?.join('\n') ?? '';
