/** Owns noticing that what was set aside has ended, with one timer for the next end and none when nothing is set aside. */
import type { Finding } from '../../core/report/finding.ts';

/** The longest that a timer can wait; it is then set again. */
const LONGEST_MS = 2 ** 31 - 1;

export interface WaiverClock {
  /** Watches the ends in these findings, and no others any more. */
  watch(findings: readonly Finding[]): void;
}

/** Calls `onEnd` when the first of the watched ends has come. It keeps no program running. */
export const createWaiverClock = (onEnd: () => void): WaiverClock => {
  let timer: NodeJS.Timeout | undefined;
  const wait = (end: number): void => {
    const left = end - Date.now();
    timer = setTimeout(() => (left > LONGEST_MS ? wait(end) : onEnd()), Math.min(Math.max(left, 0) + 1, LONGEST_MS));
    timer.unref();
  };
  return {
    watch: (findings) => {
      clearTimeout(timer);
      const ends = findings.flatMap((one) => (one.state === 'waived' ? [Date.parse(one.waiver.until)] : []));
      if (ends.length > 0) wait(Math.min(...ends));
    },
  };
};
