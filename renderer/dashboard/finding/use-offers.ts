/** Owns what Greenroom itself can put right of a check's findings: what is offered, the click, and what came of it. */
import { useEffect, useState } from 'react';
import { fixesHelping } from '../../../electron/core/fixes/helps.ts';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import type { FixesTold, FixTold, OfferedFix } from '../../../electron/core/ipc/fix-messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { useFixWork } from '../use-fix-work.ts';

const words = says('fix-offers', {
  unanswered: 'Greenroom didn’t answer. Try again.',
});

export interface Offers extends FixesTold {
  readonly isWorking: boolean;
  /** What goes on, or what came of it; empty until then. */
  readonly result: string;
  /** The id of what was changed and can be undone; null when nothing was. */
  readonly change: string | null;
  readonly apply: (offer: OfferedFix) => void;
  readonly undo: (change: string) => void;
}

const nothing: FixesTold = { offers: [], later: [] };

/** Asks only about checks that some fix helps with. */
export const useOffers = (checkId: string, api: GreenroomApi | undefined): Offers => {
  const [fixes, setFixes] = useState(nothing);
  const [told, setTold] = useState<FixTold | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  const { working, follow } = useFixWork(api);
  const isWorking = working !== null;
  const asked = fixesHelping(checkId).length > 0 ? api : undefined;
  useEffect(() => {
    if (asked === undefined) return;
    let isHere = true;
    asked.fixesFor(checkId).then(
      (answer) => isHere && setFixes(answer),
      // Without an answer the finding's own steps are all there is.
      () => isHere && setFixes(nothing),
    );
    return () => {
      isHere = false;
    };
  }, [asked, checkId]);
  const settle = (request: Promise<FixTold> | undefined): void => {
    if (request === undefined || asked === undefined) return;
    setTold(null);
    setUnanswered(false);
    void follow(
      request
        .then(setTold, () => setUnanswered(true))
        .then(() => asked.fixesFor(checkId))
        .then(setFixes, () => setFixes(nothing)),
    );
  };
  return {
    ...fixes,
    isWorking,
    result: working ?? (isUnanswered ? words.unanswered : (told?.sentence ?? '')),
    change: isWorking ? null : (told?.change ?? null),
    apply: ({ wish, shown }) => settle(asked?.applyFix(wish, shown)),
    undo: (change) => settle(asked?.undoFix(change)),
  };
};
