/** Owns what the page knows of what came in from outside: a `greenroom:` link, or a file that was opened with Greenroom. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Incoming } from '../../electron/core/ipc/invitation-messages.ts';

export const useIncoming = (api: GreenroomApi | undefined): Incoming | null => {
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  useEffect(() => {
    if (api === undefined) return;
    // A push that overtook the first answer is newer than it.
    let told = false;
    const stop = api.onIncoming((next) => {
      told = true;
      setIncoming(next);
    });
    // What came in before the page was there.
    api.incoming().then(
      (first) => told || setIncoming(first),
      () => {},
    );
    return stop;
  }, [api]);
  return incoming;
};
