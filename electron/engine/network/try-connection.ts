/** Owns trying the connection to one host that a person or a policy named: connections that are secured and closed, and nothing said in them. */
import { setMaxListeners } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { ATTEMPT_SECONDS } from '../../core/connection/judge-trial.ts';
import type { Attempt, Failure, Trial } from '../../core/connection/trial.ts';

export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  /** What is sent as `Proxy-Authorization`; never told. */
  readonly authorization?: string;
}

export interface TrialRequest {
  readonly host: string;
  readonly port?: number;
  readonly proxy?: HttpProxy;
  /** The system sets a proxy that is not taken. */
  readonly besideProxy?: true;
  /** Address of the own router. */
  readonly router?: string;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
  /** Time between the beginnings of two attempts. */
  readonly paceMs?: number;
  readonly signal?: AbortSignal;
  /** Called after each attempt with how many are done. */
  readonly onAttempt?: (done: number) => void;
}

export const ATTEMPTS = 10;
/** One is begun every half second, whatever became of those before: with the limit of each all end within ten seconds. */
const PACE_MS = 500;
const ATTEMPT_MS = ATTEMPT_SECONDS * 1_000;
/** Node's own 250 ms for each address would cut a satellite's answer off. */
const FAMILY_MS = 2_000;
const MOST_HEADERS = 16_384;

const failureOf = (error: NodeJS.ErrnoException): Failure => {
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException | undefined) : undefined;
  switch (first?.code ?? error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no-name';
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'silent';
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
    case 'EACCES':
    case 'EPERM':
      return 'unreachable';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'cut-off';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'CERT_REVOKED':
      return 'false-certificate';
    case 'CERT_NOT_YET_VALID':
    case 'CERT_HAS_EXPIRED':
      return 'wrong-date';
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'CERT_UNTRUSTED':
    case 'CERT_REJECTED':
    case 'CERT_SIGNATURE_FAILURE':
    case 'CERT_CHAIN_TOO_LONG':
    case 'INVALID_CA':
    case 'INVALID_PURPOSE':
    case 'PATH_LENGTH_EXCEEDED':
      return 'unknown-issuer';
    default:
      return 'no-tls';
  }
};

/**
 * The system's own certificates too, where this Node can read them: organisations add theirs there. Made once, as reading
 * them all takes a tenth of a second in which nothing else is timed.
 */
const trusted = (ca: string | undefined): tls.SecureContext => {
  const own = ca === undefined ? [] : [ca];
  const known =
    typeof tls.getCACertificates === 'function'
      ? [...tls.getCACertificates('default'), ...tls.getCACertificates('system')]
      : tls.rootCertificates;
  return tls.createSecureContext({ ca: [...known, ...own] });
};

/** Asks a proxy for a way to the host. Resolves with why it is not given; undefined when it is. */
const throughProxy = (socket: Socket, { host, port = 443, proxy }: TrialRequest): Promise<Failure | undefined> =>
  new Promise((resolve, reject) => {
    const allowed = proxy?.authorization === undefined ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
    let told = '';
    const read = (chunk: Buffer): void => {
      told += chunk.toString('latin1');
      if (!told.includes('\r\n\r\n') && told.length < MOST_HEADERS) return;
      socket.off('data', read);
      socket.off('end', ended);
      socket.pause();
      const isGiven = /^HTTP\/1\.[01] 200 /.test(told) && told.endsWith('\r\n\r\n');
      resolve(isGiven ? undefined : /^HTTP\/1\.[01] 407 /.test(told) ? 'proxy-login' : 'proxy');
    };
    const ended = (): void => resolve('proxy');
    socket.on('data', read).once('end', ended).once('error', reject);
    socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n${allowed}\r\n`);
  });

const attempt = (request: TrialRequest, trust: tls.SecureContext, signal: AbortSignal): Promise<Attempt> =>
  new Promise((resolve) => {
    const { host, port = 443, proxy } = request;
    let started = performance.now();
    let stage: 'name' | 'connect' | 'proxy' | 'secure' = isIP(proxy?.host ?? host) === 0 ? 'name' : 'connect';
    const socket = connect({
      ...(proxy === undefined ? { host, port } : { host: proxy.host, port: proxy.port }),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: FAMILY_MS,
    });
    let secured: tls.TLSSocket | undefined;
    const end = (result: Attempt): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      secured?.destroy();
      socket.destroy();
      resolve(result);
    };
    const fail = (why: Failure): void => end({ is: 'failed', why });
    const stop = (): void => fail('cut-off');
    const timer = setTimeout(
      () => fail(({ name: 'no-name', connect: 'silent', proxy: 'proxy', secure: 'hanging' } as const)[stage]),
      ATTEMPT_MS,
    );
    signal.addEventListener('abort', stop, { once: true });
    // Of two families only the one that answers counts, and not the time for its name.
    const named = (): void => {
      started = performance.now();
      if (stage === 'name') stage = 'connect';
    };
    socket.on('lookup', named);
    socket.on('connectionAttempt', named);
    socket.on('error', (error) => fail(stage === 'proxy' ? 'proxy' : failureOf(error)));
    socket.once('connect', async () => {
      try {
        if (proxy !== undefined) {
          stage = 'proxy';
          started = performance.now();
          const refused = await throughProxy(socket, request);
          if (refused !== undefined) return fail(refused);
        }
        const connectMs = performance.now() - started;
        stage = 'secure';
        // An address has no name to ask for.
        secured = tls.connect({ socket, host, servername: isIP(host) === 0 ? host : '', secureContext: trust });
        secured.on('error', (error) => fail(failureOf(error)));
        secured.once('close', () => fail('cut-off'));
        secured.once('secureConnect', () =>
          end({ is: 'reached', connectMs, secureMs: performance.now() - started - connectMs }),
        );
      } catch {
        fail('proxy');
      }
    });
  });

/** How long one of the router's usual ports takes to answer; a refusal is an answer. Undefined: it stays silent. */
const portTime = (host: string, port: number, signal: AbortSignal): Promise<number | undefined> =>
  new Promise((resolve) => {
    const started = performance.now();
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (answered: boolean): void => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(answered ? performance.now() - started : undefined);
    };
    const stop = (): void => end(false);
    signal.addEventListener('abort', stop, { once: true });
    socket
      .once('connect', () => end(true))
      .once('timeout', stop)
      .once('error', ({ code }: NodeJS.ErrnoException) => end(code === 'ECONNREFUSED'));
  });

/** The middle of three looks, each at the port that answers first. */
const routerTime = async (router: string | undefined, signal: AbortSignal): Promise<number | null> => {
  if (router === undefined) return null;
  const looks: number[] = [];
  for (let look = 0; look < 3; look += 1) {
    const times = (await Promise.all([53, 80, 443].map((port) => portTime(router, port, signal)))).filter(
      (time) => time !== undefined,
    );
    if (times.length === 0) return null;
    looks.push(Math.min(...times));
  }
  return looks.toSorted((a, b) => a - b)[1] ?? null;
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });

/** Tries the connection. Throws the signal's reason when it is stopped; everything else is told in the attempts. */
export const tryConnection = async (request: TrialRequest): Promise<Trial> => {
  const signal = request.signal ?? new AbortController().signal;
  // Ten attempts listen at once, and the router's ports: that is no leak.
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  const trust = trusted(request.ca);
  let done = 0;
  const one = async (index: number): Promise<Attempt> => {
    await pause(index * (request.paceMs ?? PACE_MS), own);
    signal.throwIfAborted();
    const result = await attempt(request, trust, own);
    done += 1;
    if (!signal.aborted) request.onAttempt?.(done);
    return result;
  };
  const [routerMs, attempts] = await Promise.all([
    routerTime(request.router, own),
    Promise.all(Array.from({ length: ATTEMPTS }, (_, index) => one(index))),
  ]);
  signal.throwIfAborted();
  const { host, proxy, besideProxy } = request;
  return {
    host,
    proxy: proxy === undefined ? null : `${proxy.host}:${proxy.port}`,
    ...(besideProxy === true ? { besideProxy } : {}),
    attempts,
    routerMs,
  };
};
