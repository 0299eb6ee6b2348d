/** Owns the first buttons of a finding: what Greenroom can put right by itself, said exactly, and what came of it. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { FixesTold, FixTold, OfferedFix } from '../../electron/core/ipc/fix-messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { quote } from '../../electron/core/messages/value.ts';
import { useFixWork } from './use-fix-work.ts';

const words = says('fix-offers', {
  title: 'Greenroom can do this',
  later: '{label}: {why}',
  undo: 'Undo',
  unanswered: 'Greenroom didn’t answer. Try again.',
});

const nothing: FixesTold = { offers: [], later: [] };

interface Props {
  readonly checkId: string;
  readonly api: GreenroomApi;
}

export const FixOffers = ({ checkId, api }: Props) => {
  const [fixes, setFixes] = useState(nothing);
  const { working, follow } = useFixWork(api);
  const isWorking = working !== null;
  const [told, setTold] = useState<FixTold | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  useEffect(() => {
    let isHere = true;
    api.fixesFor(checkId).then(
      (answer) => isHere && setFixes(answer),
      // Without an answer the finding's own steps are all there is.
      () => isHere && setFixes(nothing),
    );
    return () => {
      isHere = false;
    };
  }, [api, checkId]);
  const settle = (request: Promise<FixTold>): void => {
    setTold(null);
    setUnanswered(false);
    void follow(
      request
        .then(setTold, () => setUnanswered(true))
        .then(() => api.fixesFor(checkId))
        .then(setFixes, () => setFixes(nothing)),
    );
  };
  const change = told?.change ?? null;
  if (fixes.offers.length + fixes.later.length === 0 && told === null && !isWorking && !isUnanswered) return null;
  return (
    <section className="remedy" aria-label={words.title}>
      {fixes.offers.map((offer: OfferedFix) => (
        <div key={offer.wish} className="open">
          <p>{offer.says}</p>
          {offer.mayAsk !== null && <p className="note">{offer.mayAsk}</p>}
          <button
            type="button"
            className="action"
            aria-label={`${offer.label}: ${offer.says}`}
            aria-disabled={isWorking}
            onClick={isWorking ? undefined : () => settle(api.applyFix(offer.wish, offer.shown))}
          >
            {offer.label}
          </button>
        </div>
      ))}
      {fixes.later.map(({ label, why }) => (
        <p key={label} className="note">
          {words.later({ label: quote(label), why: quote(why) })}
        </p>
      ))}
      <p className="note" role="status">
        {working ?? (isUnanswered ? words.unanswered : (told?.sentence ?? ''))}
      </p>
      {change !== null && !isWorking && (
        <button type="button" className="quiet" onClick={() => settle(api.undoFix(change))}>
          {words.undo}
        </button>
      )}
    </section>
  );
};
