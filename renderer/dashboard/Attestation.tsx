/** Owns a person's word on what only they can tell: give it, or take it back. */
import { lazy, Suspense, useState } from 'react';
import type { Habit } from '../../electron/core/checks/attestations.ts';

/** Loaded with the click, never before. */
const RandomWords = lazy(() => import('./RandomWords.tsx'));

interface Props {
  readonly habit: Habit;
  /** The word that was given counts now. */
  readonly counts: boolean;
  readonly onAttest: (checkId: string, confirmed: boolean) => Promise<void>;
  readonly onCopy: (words: string) => Promise<boolean>;
}

export const HabitWord = ({ habit, counts, onAttest, onCopy }: Props) => {
  const [result, setResult] = useState('');
  const [words, setWords] = useState(false);
  const attest = (confirmed: boolean): void => {
    setResult('');
    onAttest(habit.checkId, confirmed).catch(() => setResult('This could not be stored. Try again.'));
  };
  return (
    <div className="word">
      <blockquote>{habit.statement}</blockquote>
      <div className="open">
        {!counts && (
          <button type="button" className="action" onClick={() => attest(true)}>
            {habit.confirmedAt === null ? 'I have done this' : 'It is still so'}
          </button>
        )}
        {habit.confirmedAt !== null && (
          <button type="button" className="quiet" onClick={() => attest(false)}>
            Take my word back
          </button>
        )}
        {habit.checkId === 'strong-passwords' && (
          <button type="button" className="quiet" aria-expanded={words} onClick={() => setWords(!words)}>
            {words ? 'Close the random words' : 'Choose random words for me'}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {result}
      </p>
      {words && (
        <Suspense fallback={<p className="note">One moment…</p>}>
          <RandomWords onCopy={onCopy} />
        </Suspense>
      )}
    </div>
  );
};
