/** Owns what a trial of the connection to a meeting service measures, and what it comes to in numbers. */
import type { IsoTime } from '../text/time.ts';

/** Why an attempt failed. `silent`: no answer to the connection; `hanging`: connected, and then nothing more. */
export const failures = [
  'no-name',
  'refused',
  'unreachable',
  'silent',
  'hanging',
  'cut-off',
  'no-tls',
  'false-certificate',
  'unknown-issuer',
  'wrong-date',
  'proxy',
  'proxy-login',
] as const;
export type Failure = (typeof failures)[number];

export type Attempt =
  | {
      readonly is: 'reached';
      /** One round trip: from the first packet to the answer; through a proxy the proxy's own way is in it. */
      readonly connectMs: number;
      /** The secured handshake after it, with the right certificate. */
      readonly secureMs: number;
    }
  | { readonly is: 'failed'; readonly why: Failure };

export interface Trial {
  readonly host: string;
  /** The proxy's host and port; null where the way was direct. */
  readonly proxy: string | null;
  /** The system sets a proxy that was not taken, by a script or for other hosts: what fails without it proves nothing. */
  readonly besideProxy?: true;
  readonly attempts: readonly Attempt[];
  /** Time until the own router answered; null where it has no open or refusing port, which is no fault. */
  readonly routerMs: number | null;
}

/** The last trial, and when it ended. */
export type TriedConnection = 'not-tried' | { readonly trial: Trial; readonly at: IsoTime };

export interface TrialNumbers {
  readonly tried: number;
  readonly failed: number;
  /** Null where fewer than two attempts got through: the first counts for no time. */
  readonly medianMs: number | null;
  /** The slowest tenth less the median. */
  readonly spreadMs: number | null;
  /** Attempts that took so much longer than the median that a packet had to be sent again. */
  readonly slow: number;
}

/** A lost packet is sent again after 200 ms at the soonest (Linux; 300 ms on Windows), and a first one after a second. */
export const REPEATED_MS = 150;

/** The nearest rank: of ten values the ninth. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

/** The first attempt wakes the Wi-Fi and asks for the name: it may fail as any other, and its time does not count. */
export const numbersOf = ({ attempts }: Pick<Trial, 'attempts'>): TrialNumbers => {
  const timed = attempts.slice(1).flatMap((one) => (one.is === 'reached' ? [one] : []));
  const connects = ascending(timed.map(({ connectMs }) => connectMs));
  const wholes = ascending(timed.map(({ connectMs, secureMs }) => connectMs + secureMs));
  const counted = { tried: attempts.length, failed: attempts.filter(({ is }) => is === 'failed').length };
  if (timed.length === 0) return { ...counted, medianMs: null, spreadMs: null, slow: 0 };
  const medianMs = percentile(connects, 0.5);
  const usual = percentile(wholes, 0.5);
  return {
    ...counted,
    medianMs,
    spreadMs: percentile(connects, 0.9) - medianMs,
    slow: wholes.filter((whole) => whole - usual >= REPEATED_MS).length,
  };
};

/** The failure that most attempts met; the earlier in the list of two. */
export const usualFailure = ({ attempts }: Pick<Trial, 'attempts'>): Failure | null => {
  const met = attempts.flatMap((one) => (one.is === 'failed' ? [one.why] : []));
  const times = (failure: Failure): number => met.filter((it) => it === failure).length;
  return failures.filter((it) => times(it) > 0).sort((a, b) => times(b) - times(a))[0] ?? null;
};
