/** Owns which proxy Windows sets for one host, read from the registry when its connection is tried. */
import type { Machine } from '../../machine/machine.ts';
import { proxyAddress, type SystemProxy, unlessLeftOut } from '../../proxy/address.ts';
import { type RegistryValues, registryValues } from '../registry-sections.ts';

const OWN = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const POLICY = 'Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** "proxy:8080" for all, or "http=proxy:80;https=proxy:443" for each kind. */
const serverFor = (server: string): SystemProxy => {
  if (!server.includes('=')) return proxyAddress(server);
  const secured = /(?:^|[;\s])https=([^;\s]+)/i.exec(server)?.[1];
  if (secured !== undefined) return proxyAddress(secured);
  return { is: /(?:^|[;\s])socks=[^;\s]/i.test(server) ? 'unfollowed' : 'none' };
};

const proxyOf = (settings: RegistryValues, host: string): SystemProxy => {
  if (settings.AutoConfigURL) return { is: 'unfollowed' };
  if ((settings.ProxyEnable ?? '0') === '0') return { is: 'none' };
  return unlessLeftOut(serverFor(settings.ProxyServer ?? ''), host, (settings.ProxyOverride ?? '').split(';'));
};

/** What an organisation prescribes for the computer, then for the account; then the account's own, or the computer's where that rules. */
export const windowsProxyFor = async (machine: Machine, host: string): Promise<SystemProxy | undefined> => {
  const ofComputer = await registryValues(machine, `HKLM\\${POLICY}`);
  const own = ofComputer?.ProxySettingsPerUser === '0' ? [`HKLM\\${OWN}`] : [`HKCU\\${POLICY}`, `HKCU\\${OWN}`];
  const read = [ofComputer, ...(await Promise.all(own.map((key) => registryValues(machine, key))))];
  const settings = read.filter((values) => values !== null);
  // A registry that is closed and one without such a key look alike.
  if (settings.length === 0) return undefined;
  return settings.map((values) => proxyOf(values, host)).find(({ is }) => is !== 'none') ?? { is: 'none' };
};
