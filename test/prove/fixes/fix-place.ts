/** Owns a place for fixes that are done for real: this computer, with a home and services of its own. */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import type { FixPlace } from '../../../electron/engine/fixes/apply-fix.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';

export const realPlace = (folder: string, variables: Readonly<Record<string, string>>): FixPlace => {
  const local = localMachine({ host: { home: folder, variables } });
  // What computer this is matters to no fix here, and takes seconds to tell.
  const port: MachinePort = {
    host: local.host,
    read: (operation, ...rest) =>
      operation.op === 'systemInformation' ? Promise.resolve(undefined) : local.read(operation, ...rest),
  };
  return {
    ...{ port, folder: path.join(folder, 'own'), catalogue: builtInCatalogue, policy: noPolicy, deadlineMs: 20_000 },
    signal: new AbortController().signal,
    clock: () => new Date(),
    open: () => Promise.resolve(false),
    // The looks after two and ten seconds, in half of them.
    wait: (milliseconds) => pause(milliseconds / 2),
  };
};
