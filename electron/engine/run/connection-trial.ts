/** Owns trying the connection from this computer: through the proxy that its environment or its system names, with its own router beside it. */
import type { Trial } from '../../core/connection/trial.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { bind } from '../../platform/machine/machine.ts';
import { systemProxy } from '../../platform/proxy/system-proxy.ts';
import { routerAddress } from '../../platform/router-address.ts';
import { proxyIn } from '../network/proxy-in.ts';
import type { HttpProxy } from '../network/try-connection.ts';

export interface TrialHere {
  readonly host: string;
  readonly port: MachinePort;
  readonly signal?: AbortSignal;
  /** Called before anybody is asked, with the proxy that is on the way. */
  readonly onWay?: (proxy: HttpProxy | undefined) => void;
  /** Called after each attempt. */
  readonly onAttempt?: (done: number, total: number) => void;
}

const LOOKS_MS = 5_000;

/** Throws `InputError` for a proxy that cannot be used, and the signal's reason when it is stopped. */
export const tryConnectionHere = async ({ host, port, signal, onWay, onAttempt }: TrialHere): Promise<Trial> => {
  const named = proxyIn(process.env, host);
  const limit = AbortSignal.timeout(LOOKS_MS);
  const machine = bind(port, signal === undefined ? limit : AbortSignal.any([limit, signal]));
  const [router, set] = await Promise.all([
    routerAddress(machine),
    named === undefined ? systemProxy(machine, host) : undefined,
  ]);
  const proxy = named ?? (set?.is === 'address' ? { host: set.host, port: set.port } : undefined);
  onWay?.(proxy);
  // Loaded here and nowhere else: whoever reads the built program sees who may open connections.
  const { ATTEMPTS, tryConnection } = await import('../network/try-connection.ts');
  return tryConnection({
    host,
    ...(proxy === undefined ? {} : { proxy }),
    ...(set?.is === 'unfollowed' ? { besideProxy: true } : {}),
    ...(router === undefined ? {} : { router }),
    ...(signal === undefined ? {} : { signal }),
    ...(onAttempt === undefined ? {} : { onAttempt: (done) => onAttempt(done, ATTEMPTS) }),
  });
};
