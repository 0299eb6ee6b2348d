/** Owns what a look found, in words: a list whose items point at their boxes, and what could not be told. */
import { useId } from 'react';
import { says } from '../../../electron/core/messages/says.ts';
import { BusyMark } from '../../components/Marks.tsx';
import { headlineOf, placeOf, sentenceOf, unclearPhrase } from './look-phrases.ts';
import type { Look } from './use-look.ts';

const said = says('look', {
  looking: 'Still looking… {done, number} of {total, number} done',
  whole: 'In the whole picture.',
  limits:
    'This can miss things: look at the picture yourself, too. It finds faces and recognises nobody. It doesn’t look for screens, but for text on them. The still and what was read in it are gone when you go back; only how many things were noticed is kept.',
});

interface Props {
  readonly look: Extract<Look, { readonly phase: 'looking' | 'done' }>;
  readonly mirrored: boolean;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

const headline = ({ phase, observations, asked, outcomes }: Props['look'], untold: readonly string[]): string =>
  phase === 'looking'
    ? said.looking({ done: Object.keys(outcomes).length, total: asked.length })
    : headlineOf(observations, untold);

export const LookList = ({ look, mirrored, chosen, onChoose }: Props) => {
  const title = useId();
  const { phase, observations, outcomes } = look;
  const untold = unclearPhrase(outcomes, observations);
  return (
    <section className="look" aria-labelledby={title} aria-busy={phase === 'looking'}>
      <h3 id={title}>
        {phase === 'looking' && <BusyMark />}
        <span role="status">{headline(look, untold)}</span>
      </h3>
      {phase === 'looking' && (
        <progress aria-hidden="true" value={Object.keys(outcomes).length} max={look.asked.length} />
      )}
      <ol>
        {observations.map((observation, index) => {
          const { title: words, advice } = sentenceOf(observation);
          const { box } = observation;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: observations have no name but their place in the list.
            <li key={index}>
              <button
                type="button"
                aria-pressed={chosen === index}
                onPointerEnter={() => onChoose(index)}
                onPointerLeave={() => onChoose(null)}
                onFocus={() => onChoose(index)}
                onBlur={() => onChoose(null)}
              >
                <span className="count" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="found">
                  <strong>{words}</strong>{' '}
                  <span className="place">{box === null ? said.whole : placeOf(box, mirrored)}</span> {advice}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {untold.map((words) => (
        <p className="untold" key={words}>
          {words}
        </p>
      ))}
      {phase === 'done' && <p className="note">{said.limits}</p>}
    </section>
  );
};
