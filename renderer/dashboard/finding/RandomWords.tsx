/** Owns random words for a password: they are shown, copied if wanted, and gone with this view. */
import { useState } from 'react';
import {
  FEWEST_WORDS,
  MOST_WORDS,
  randomWords,
  strengthWords,
} from '../../../electron/core/checks/protection/random-words.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { says } from '../../../electron/core/messages/says.ts';

const told = says('random-words-view', {
  copied: 'Copied. The clipboard is cleared in a minute. If you use a clipboard history, it may keep them.',
  copiedToStay: 'Copied. Greenroom can’t clear the clipboard here: copy something else when you’re done.',
  notCopied: 'Not copied.',
  copy: 'Copy the words',
  other: 'Other words',
  words: 'Words',
  takeThem: 'Take them as they come: words you pick are easier to guess. Greenroom doesn’t keep them.',
});

const numbers = Array.from({ length: MOST_WORDS - FEWEST_WORDS + 1 }, (_, index) => FEWEST_WORDS + index);
const choose = (number: number): string => randomWords(number, (array) => crypto.getRandomValues(array)).join(' ');

const RandomWords = ({ onCopy }: { readonly onCopy: (words: string) => Promise<boolean> }) => {
  const [number, setNumber] = useState<number>(FEWEST_WORDS);
  const [words, setWords] = useState(() => choose(FEWEST_WORDS));
  const [result, setResult] = useState('');
  const renew = (next: number): void => {
    setNumber(next);
    setWords(choose(next));
    setResult('');
  };
  const copy = async (): Promise<void> => {
    if (await onCopy(words)) {
      setResult(told.copied);
      return;
    }
    // Without the system's clipboard nobody can tell later whether it still holds them.
    await navigator.clipboard.writeText(words);
    setResult(told.copiedToStay);
  };
  return (
    <div className="random-words">
      <p className="chosen">{words}</p>
      <p className="note">{localise(strengthWords(number))}</p>
      <div className="open">
        <button type="button" onClick={() => void copy().catch(() => setResult(told.notCopied))}>
          {told.copy}
        </button>
        <button type="button" onClick={() => renew(number)}>
          {told.other}
        </button>
        <label>
          {told.words}
          <select value={number} onChange={(event) => renew(Number(event.currentTarget.value))}>
            {numbers.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <p className="note" role="status">
        {result}
      </p>
      <p className="note">{told.takeThem}</p>
    </div>
  );
};

export default RandomWords;
