/** Owns trying the connection from this computer: through the proxy that its environment names, with its own router beside it. */
import type { Trial } from '../../core/connection/trial.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { bind } from '../../platform/machine/machine.ts';
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

const ROUTER_MS = 5_000;

/** Throws `InputError` for a proxy that cannot be used, and the signal's reason when it is stopped. */
export const tryConnectionHere = async ({ host, port, signal, onWay, onAttempt }: TrialHere): Promise<Trial> => {
  const proxy = proxyIn(process.env, host);
  onWay?.(proxy);
  const limit = AbortSignal.timeout(ROUTER_MS);
  const router = await routerAddress(bind(port, signal === undefined ? limit : AbortSignal.any([limit, signal])));
  // Loaded here and nowhere else: whoever reads the built program sees who may open connections.
  const { ATTEMPTS, tryConnection } = await import('../network/try-connection.ts');
  return tryConnection({
    host,
    ...(proxy === undefined ? {} : { proxy }),
    ...(router === undefined ? {} : { router }),
    ...(signal === undefined ? {} : { signal }),
    ...(onAttempt === undefined ? {} : { onAttempt: (done) => onAttempt(done, ATTEMPTS) }),
  });
};
