/** Owns what a look found, in words: a list whose items point at their boxes, and what could not be told. */
import { useId } from 'react';
import { examinationParts } from '../../../electron/core/camera/observation.ts';
import { count } from '../../../electron/core/words.ts';
import { BusyMark } from '../../components/Marks.tsx';
import { outcomeWords, placeOf, sentenceOf } from './look-words.ts';
import type { Look } from './use-look.ts';

interface Props {
  readonly look: Extract<Look, { readonly phase: 'looking' | 'done' }>;
  readonly mirrored: boolean;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

const headline = ({ phase, observations, asked, outcomes }: Props['look']): string => {
  const done = Object.keys(outcomes).length;
  if (phase === 'looking') return `Still looking… ${done} of ${asked.length} done`;
  return observations.length === 0 ? 'Nothing stood out' : `${count(observations.length, 'thing')} to look at`;
};

export const LookList = ({ look, mirrored, chosen, onChoose }: Props) => {
  const title = useId();
  const { phase, observations, outcomes } = look;
  const untold = examinationParts.flatMap((part) => {
    const outcome = outcomes[part];
    const words = outcome === undefined ? null : outcomeWords(part, outcome);
    return words === null ? [] : [{ part, words }];
  });
  return (
    <section className="look" aria-labelledby={title} aria-busy={phase === 'looking'}>
      <h3 id={title}>
        {phase === 'looking' && <BusyMark />}
        <span role="status">{headline(look)}</span>
      </h3>
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
                  <span className="place">
                    {box === null ? 'In the whole picture.' : `It is ${placeOf(box, mirrored)}.`}
                  </span>{' '}
                  {advice}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {untold.map(({ part, words }) => (
        <p className="untold" key={part}>
          {words}
        </p>
      ))}
      {phase === 'done' && (
        <p className="note">
          These checks can miss things: look at the picture yourself, too. The still picture and what was read in it are
          gone when you go back; only how many things were noticed is kept for the report.
        </p>
      )}
    </section>
  );
};
