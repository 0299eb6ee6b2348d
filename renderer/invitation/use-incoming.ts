/** Owns what the page knows of what came in from outside: a `greenroom:` link, or a file that was opened with Greenroom. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Arrival } from '../../electron/core/ipc/invitation-messages.ts';

export const useArrival = (api: GreenroomApi | undefined): Arrival | null => {
  const [arrival, setArrival] = useState<Arrival | null>(null);
  useEffect(() => {
    if (api === undefined) return;
    // A push that overtook the first answer is newer than it.
    let told = false;
    const stop = api.onArrival((next) => {
      told = true;
      setArrival(next);
    });
    // What came in before the page was there.
    api.arrival().then(
      (first) => told || setArrival(first),
      () => {},
    );
    return stop;
  }, [api]);
  return arrival;
};
