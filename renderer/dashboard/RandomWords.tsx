/** Owns random words for a password: they are shown, copied if wanted, and gone with this view. */
import { useState } from 'react';
import {
  FEWEST_WORDS,
  MOST_WORDS,
  randomWords,
  strengthWords,
} from '../../electron/core/checks/protection/random-words.ts';

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
      setResult('Copied. The clipboard is cleared in a minute. A clipboard history, where you use one, may keep them.');
      return;
    }
    // Without the system's clipboard nobody can tell later whether it still holds them.
    await navigator.clipboard.writeText(words);
    setResult('Copied. Greenroom cannot clear the clipboard here: copy something else when you are done.');
  };
  return (
    <div className="random-words">
      <p className="chosen">{words}</p>
      <p className="note">{strengthWords(number)}</p>
      <div className="open">
        <button type="button" className="action" onClick={() => void copy().catch(() => setResult('Not copied.'))}>
          Copy the words
        </button>
        <button type="button" className="quiet" onClick={() => renew(number)}>
          Other words
        </button>
        <label>
          Words
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
      <p className="note">
        Take them as they come: words that one picks are easier to guess. Greenroom keeps them nowhere.
      </p>
    </div>
  );
};

export default RandomWords;
