/** A computer for fixes: a folder in the place of its disk, with small real programs in it that are started as the real ones are. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { AppliedFix } from '../../../electron/core/fixes/change.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { applyFix, type FixPlace } from '../../../electron/engine/fixes/apply-fix.ts';
import { loadChanges } from '../../../electron/engine/fixes/change-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';

/** NetworkManager's program: `state` holds the radio, and files beside it make it refuse, lie or wait. */
const NMCLI = (state: string) => `#!/bin/sh
cd ${state} || exit 9
case "$*" in
  '-t -f WIFI,WIFI-HW radio') [ -e gone ] && exit 8; echo "$(cat radio):enabled" ;;
  'radio wifi on'|'radio wifi off')
    echo "$*" >> asked
    if read -r line; then echo 'standard input is open' >&2; exit 7; fi
    [ -e refuse ] && { echo 'Error: failed to set Wi-Fi radio: Not authorized to perform this operation' >&2; exit 1; }
    [ -e lie ] && exit 0
    while [ -e slow ]; do sleep 0.05; done
    [ "$3" = on ] && echo enabled > radio || echo disabled > radio ;;
  *) exit 2 ;;
esac
`;

export interface StandIn {
  readonly place: FixPlace;
  readonly folder: string;
  /** Writes a file beside the radio. */
  readonly put: (name: string, text?: string) => void;
  readonly take: (name: string) => void;
  readonly read: (name: string) => string;
}

export const standIn = (more: Partial<FixPlace> = {}): StandIn => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greenroom-fix-'));
  const [state, folder] = [path.join(root, 'state'), path.join(root, 'own')];
  for (const one of [state, folder, path.join(root, 'usr/bin')]) mkdirSync(one, { recursive: true });
  const program = path.join(root, 'usr/bin/nmcli');
  writeFileSync(program, NMCLI(state));
  chmodSync(program, 0o755);
  writeFileSync(path.join(state, 'radio'), 'disabled\n');
  const local = localMachine({ root, host: { platform: 'linux', variables: {} } });
  // What computer this is matters to no fix here, and takes seconds to tell.
  const port: MachinePort = {
    host: local.host,
    read: (operation, ...rest) =>
      operation.op === 'systemInformation' ? Promise.resolve(undefined) : local.read(operation, ...rest),
  };
  return {
    folder,
    place: {
      ...{ port, folder, root, catalogue: builtInCatalogue, policy: noPolicy, deadlineMs: 20_000 },
      signal: new AbortController().signal,
      clock: () => new Date(),
      open: () => Promise.resolve(true),
      // The looks after two and ten seconds, without the seconds.
      wait: () => Promise.resolve(),
      ...more,
    },
    put: (name, text = '') => writeFileSync(path.join(state, name), text),
    take: (name) => rmSync(path.join(state, name)),
    read: (name) => (existsSync(path.join(state, name)) ? readFileSync(path.join(state, name), 'utf8').trim() : ''),
  };
};

/** A process that has ended. */
const ENDED = 2 ** 22 + 1;
/** A note that a process which has ended has left behind. */
export const crashed = (more: Partial<AppliedFix> = {}): AppliedFix => ({
  ...{ id: 'crashed', way: 'nmcli', key: '', did: { id: 'fix-wifi-on.did' }, pid: ENDED },
  ...{ at: new Date().toISOString(), until: null, before: { on: false }, after: { on: true } },
  fix: 'wifi-on',
  state: 'begun',
  ...more,
});

export const notes = async ({ folder }: StandIn): Promise<readonly AppliedFix[]> => (await loadChanges(folder)).value;
export const apply = (one: StandIn, wish = 'wifi-on') => applyFix(wish, one.place, null);
