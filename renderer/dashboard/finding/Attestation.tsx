/** Owns a person's word on what only they can tell: give it, or take it back. */
import { lazy, Suspense, useState } from 'react';
import type { Attestation } from '../../../electron/core/checks/attestations.ts';
import { says } from '../../../electron/core/messages/says.ts';

const words = says('attestation', {
  first: 'Yes, I’ve done this',
  again: 'Still true',
  undo: 'Undo',
  closeWords: 'Close the random words',
  chooseWords: 'Choose random words for me',
  failed: 'This couldn’t be stored. Try again.',
  loading: 'One moment…',
});

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
  const [random, setRandom] = useState(false);
  const attest = (confirmed: boolean): void => {
    setResult('');
    onAttest(attestation.checkId, confirmed).catch(() => setResult(words.failed));
  };
  return (
    <div className="word">
      <blockquote>{attestation.statement}</blockquote>
      <div className="open">
        {!counts && (
          <button type="button" onClick={() => attest(true)}>
            {attestation.confirmedAt === null ? words.first : words.again}
          </button>
        )}
        {attestation.confirmedAt !== null && (
          <button type="button" onClick={() => attest(false)}>
            {words.undo}
          </button>
        )}
        {attestation.checkId === 'strong-passwords' && (
          <button type="button" aria-expanded={random} onClick={() => setRandom(!random)}>
            {random ? words.closeWords : words.chooseWords}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {result}
      </p>
      {random && (
        <Suspense fallback={<p className="note">{words.loading}</p>}>
          <RandomWords onCopy={onCopy} />
        </Suspense>
      )}
    </div>
  );
};
