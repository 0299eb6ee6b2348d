/** Owns a person's word on what only they can tell: give it, or take it back. */
import { lazy, Suspense, useState } from 'react';
import type { Attestation } from '../../electron/core/checks/attestations.ts';

/** Loaded with the click, never before. */
const RandomWords = lazy(() => import('./RandomWords.tsx'));

interface Props {
  readonly attestation: Attestation;
  /** The word that was given counts now. */
  readonly counts: boolean;
  readonly onAttest: (checkId: string, confirmed: boolean) => Promise<void>;
  readonly onCopy: (words: string) => Promise<boolean>;
}

export const AttestationControls = ({ attestation, counts, onAttest, onCopy }: Props) => {
  const [result, setResult] = useState('');
  const [words, setWords] = useState(false);
  const attest = (confirmed: boolean): void => {
    setResult('');
    onAttest(attestation.checkId, confirmed).catch(() => setResult('This could not be stored. Try again.'));
  };
  return (
    <div className="word">
      <blockquote>{attestation.statement}</blockquote>
      <div className="open">
        {!counts && (
          <button type="button" className="action" onClick={() => attest(true)}>
            {attestation.confirmedAt === null ? 'I have done this' : 'It is still so'}
          </button>
        )}
        {attestation.confirmedAt !== null && (
          <button type="button" className="quiet" onClick={() => attest(false)}>
            Take my word back
          </button>
        )}
        {attestation.checkId === 'strong-passwords' && (
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
