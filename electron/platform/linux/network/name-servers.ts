/** Owns whether anybody looks up names for a Linux computer, as its own files say. Nobody is asked. */
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';

export const RESOLVER_FILES = ['/etc/resolv.conf', '/run/systemd/resolve/resolv.conf'] as const;

const serversIn = (text: string): readonly string[] =>
  [...text.matchAll(/^[ \t]*nameserver[ \t]+(\S+)/gm)].map(([, address = '']) => address);

/** systemd-resolved listens there, and has its own servers in a file of its own. */
const STUBS: ReadonlySet<string> = new Set(['127.0.0.53', '127.0.0.54']);

/** True where none is named. False where one is, and where that cannot be told: a file that is not there says nothing. */
export const hasNoNameServer = async (machine: Machine): Promise<boolean> => {
  const [named, resolved] = await Promise.all(
    RESOLVER_FILES.map((file) => optional(machine.readText(file, { maxBytes: 65_536 }))),
  );
  if (named === undefined) return false;
  const servers = serversIn(named);
  if (servers.some((address) => !STUBS.has(address))) return false;
  // Behind the stub nobody may stand; without the service's own file that is not known.
  if (resolved === undefined) return servers.length === 0;
  return serversIn(resolved).length === 0;
};

/** What a recording keeps: how many there are, and whether they are the stub; no address and no domain. */
export const allowedNameServers = (text: string): string =>
  serversIn(text)
    .map((address) => `nameserver ${STUBS.has(address) ? address : '192.0.2.53'}\n`)
    .join('');
