/** Owns the page: the dashboard, and the states in which there is nothing to show on it. */
import { useSyncExternalStore } from 'react';
import { says } from '../electron/core/messages/says.ts';
import { FaultBoundary } from './components/FaultBoundary.tsx';
import type { Glyph } from './components/Marks.tsx';
import { Sign } from './components/Sign.tsx';
import { Dashboard } from './dashboard/Dashboard.tsx';
import type { ReportStore } from './report-store.ts';
import { VerdictRing } from './wall/VerdictRing.tsx';

const words = says('page', {
  retry: 'Try again',
  starting: 'One moment',
  startingMore: 'Greenroom is starting.',
  silent: 'Greenroom isn’t answering',
  silentMore: 'Nothing can be said about this computer. Try again; if that doesn’t help, restart Greenroom.',
  broken: 'Greenroom has a fault',
  brokenMore: 'This page can’t be shown, so nothing can be said about this computer. Restart Greenroom.',
});

/** The page while there is nothing to show: the same wall, one sentence. `alone`: it fills the window. */
const Waiting = ({ glyph, headline, sentence, alone = false, onRetry }: WaitingProps) => (
  <div className={alone ? 'page alone' : 'page'}>
    <main className="wall" aria-busy={!alone}>
      <div className="sign-row">
        <Sign />
      </div>
      <div className="verdict">
        <VerdictRing rows={[]} glyph={glyph} />
        <h1>{headline}</h1>
        <p className="lead">{sentence}</p>
        {onRetry !== undefined && (
          <button type="button" className="primary" onClick={onRetry}>
            {words.retry}
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
    return <Waiting glyph="busy" headline={words.starting} sentence={words.startingMore} />;
  }
  if (page.phase === 'unanswered') {
    return (
      <Waiting glyph="undetermined" headline={words.silent} sentence={words.silentMore} alone onRetry={store.retry} />
    );
  }
  const fault = <Waiting glyph="undetermined" headline={words.broken} sentence={words.brokenMore} alone />;
  return (
    <FaultBoundary instead={fault}>
      <Dashboard page={page} store={store} />
    </FaultBoundary>
  );
};
