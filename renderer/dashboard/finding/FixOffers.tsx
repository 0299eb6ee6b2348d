/** Owns the first buttons of a finding: what Greenroom can put right by itself, said exactly, and what came of it. */
import type { OfferedFix } from '../../../electron/core/ipc/fix-messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { quote } from '../../../electron/core/messages/value.ts';
import type { Offers } from './use-offers.ts';

const words = says('fix-offers-view', {
  title: 'Greenroom can do this',
  later: '{label}: {why}',
  undo: 'Undo',
});

export const FixOffers = ({ offers, later, isWorking, result, change, apply, undo }: Offers) => {
  if (offers.length + later.length === 0 && result === '') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div className="remedy" role="group" aria-label={words.title}>
      {offers.map((offer: OfferedFix) => (
        <div key={offer.wish} className="open">
          <p>{offer.says}</p>
          {offer.mayAsk !== null && <p className="note">{offer.mayAsk}</p>}
          <button
            type="button"
            aria-label={`${offer.label}: ${offer.says}`}
            aria-disabled={isWorking}
            onClick={isWorking ? undefined : () => apply(offer)}
          >
            {offer.label}
          </button>
        </div>
      ))}
      {later.map(({ label, why }) => (
        <p key={label} className="note">
          {words.later({ label: quote(label), why: quote(why) })}
        </p>
      ))}
      {isWorking && <progress aria-hidden="true" />}
      <p className="note" role="status">
        {result}
      </p>
      {change !== null && (
        <button type="button" onClick={() => undo(change)}>
          {words.undo}
        </button>
      )}
    </div>
  );
};
