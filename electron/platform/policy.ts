/** Owns the choice of where each system keeps the policy of the organisation. */
import type { Platform } from '../core/facts/index.ts';
import { bind, type MachinePort } from './machine/machine.ts';
import type { FoundPolicy, PolicyReader } from './policy-source.ts';

/** Loaded when asked for, so that no system pays for another. */
const readers: Readonly<Record<Platform, () => Promise<PolicyReader>>> = {
  linux: async () => (await import('./linux/policy.ts')).linuxPolicy,
  darwin: async () => (await import('./darwin/policy.ts')).darwinPolicy,
  win32: async () => (await import('./win32/policy.ts')).win32Policy,
};

/** Sources of policy on a machine, strongest first; none where the organisation has left nothing. */
export const findPolicies = async (port: MachinePort, signal: AbortSignal): Promise<readonly FoundPolicy[]> => {
  const read = await readers[port.host.platform]();
  return read(bind(port, signal));
};
