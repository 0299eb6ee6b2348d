/** Owns asking each system which proxy it sets for one host. Nobody on the network is asked. */
import type { Platform } from '../../core/facts/index.ts';
import { macosProxyFor } from '../darwin/network/proxy.ts';
import { linuxProxyFor } from '../linux/network/proxy.ts';
import type { Machine } from '../machine/machine.ts';
import { optional } from '../optional.ts';
import { windowsProxyFor } from '../win32/network/proxy.ts';
import type { SystemProxy } from './address.ts';

const readers: Readonly<Record<Platform, (machine: Machine, host: string) => Promise<SystemProxy | undefined>>> = {
  linux: linuxProxyFor,
  darwin: macosProxyFor,
  win32: windowsProxyFor,
};

/** Undefined where that cannot be told. */
export const systemProxy = (machine: Machine, host: string): Promise<SystemProxy | undefined> =>
  optional(readers[machine.host.platform](machine, host));
