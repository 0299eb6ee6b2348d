/** Owns the page: the dashboard, and the states in which there is nothing to show on it. */
import { useSyncExternalStore } from 'react';
import { FaultBoundary } from './components/FaultBoundary.tsx';
import type { Glyph } from './components/Marks.tsx';
import { Sign } from './components/Sign.tsx';
import { Dashboard } from './dashboard/Dashboard.tsx';
import { VerdictRing } from './dashboard/verdict/VerdictRing.tsx';
import type { ReportStore } from './report-store.ts';

/** The page while there is nothing to show: the same room, one sentence. `alone`: it fills the window. */
const Waiting = ({ glyph, headline, sentence, alone = false, onRetry }: WaitingProps) => (
  <div className={alone ? 'page alone' : 'page'}>
    <main className="room" aria-busy={!alone}>
      <Sign />
      <VerdictRing rows={[]} glyph={glyph} />
      <div className="verdict">
        <div className="words-room">
          <h1>{headline}</h1>
          <p className="sentence">{sentence}</p>
        </div>
        {onRetry !== undefined && (
          <button type="button" className="primary" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </main>
  </div>
);
interface WaitingProps {
  readonly glyph: Glyph;
  readonly headline: string;
  readonly sentence: string;
  readonly alone?: boolean;
  readonly onRetry?: () => void;
}

export const App = ({ store }: { readonly store: ReportStore }) => {
  const page = useSyncExternalStore(store.subscribe, store.state);
  if (page.phase === 'loading') {
    return <Waiting glyph="busy" headline="One moment" sentence="Greenroom is starting." />;
  }
  if (page.phase === 'unanswered') {
    return (
      <Waiting
        glyph="undetermined"
        headline="Greenroom does not answer"
        sentence="The part that looks at this computer is not answering, so nothing can be said about it. Try again; if it stays like this, close Greenroom and open it again."
        alone
        onRetry={store.retry}
      />
    );
  }
  const fault = (
    <Waiting
      glyph="undetermined"
      headline="Greenroom has met a fault"
      sentence="This page cannot be shown, so nothing can be said about this computer. Close Greenroom and open it again."
      alone
    />
  );
  return (
    <FaultBoundary instead={fault}>
      <Dashboard page={page} store={store} />
    </FaultBoundary>
  );
};
