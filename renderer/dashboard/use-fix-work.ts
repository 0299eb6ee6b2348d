/** Owns following a fix, or its way back, while it is at work: what is told meanwhile. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';

const words = says('fix-work', {
  working: 'At work. Greenroom looks at the result for ten seconds.',
  late: 'Still working. Greenroom doesn’t stop it in the middle.',
});

export const useFixWork = (api: Pick<GreenroomApi, 'onFixLate'> | undefined) => {
  /** Null while nothing is at work. */
  const [working, setWorking] = useState<string | null>(null);
  useEffect(() => api?.onFixLate(() => setWorking((now) => (now === null ? null : words.late))), [api]);
  const follow = <T>(work: Promise<T>): Promise<T> => {
    setWorking(words.working);
    return work.finally(() => setWorking(null));
  };
  return { working, follow };
};
