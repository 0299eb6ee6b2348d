/** Owns the practice: ten invented invitations to judge oneself, the explanation after each, the score at the end. */
import { useEffect, useRef, useState } from 'react';
import type { Verdict } from '../../electron/core/invite/inspection.ts';
import { PRACTICE, type PracticeCase } from '../../electron/core/invite/practice.ts';
import { StateMark } from '../components/Marks.tsx';
import { verdictMarks, verdictNames, verdicts } from './invitation-phrases.ts';

interface Given {
  readonly example: PracticeCase;
  readonly said: Verdict;
}

const isRight = ({ example, said }: Given): boolean => said === example.verdict;

const Explanation = ({ given }: { readonly given: Given }) => {
  const { example } = given;
  const right = isRight(given);
  return (
    <>
      <p className="judged">
        <StateMark state={verdictMarks[example.verdict]} />
        <b>
          {right ? 'Right.' : 'Not quite.'} The answer is: {verdictNames[example.verdict]}.
        </b>
      </p>
      <p>{example.explanation}</p>
      <p>
        <b>What to look at:</b> {example.lookAt}
      </p>
    </>
  );
};

const Score = ({ answers }: { readonly answers: readonly Given[] }) => {
  const missed = answers.filter((given) => !isRight(given));
  return (
    <>
      <p>
        You judged {answers.length - missed.length} of {answers.length} as they are.
        {missed.length > 0 && ' These are worth another look:'}
      </p>
      {missed.length > 0 && (
        <ul className="reasons">
          {missed.map(({ example }) => (
            <li key={example.id}>
              <StateMark state={verdictMarks[example.verdict]} />
              <span>
                {example.situation} <b>{verdictNames[example.verdict]}.</b> {example.lookAt}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

export const Practice = ({ onLeave }: { readonly onLeave: () => void }) => {
  const [answers, setAnswers] = useState<readonly Given[]>([]);
  /** The newest answer is being explained. */
  const [explaining, setExplaining] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const example = PRACTICE[explaining ? answers.length - 1 : answers.length];
  const last = answers.at(-1);
  const step = `${answers.length}${explaining}`;

  // The button that was pressed is gone with each step: what comes next is read from its heading on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step triggers it and is no input.
  useEffect(() => heading.current?.focus(), [step]);

  const again = (): void => {
    setAnswers([]);
    setExplaining(false);
  };
  const answer = (said: Verdict): void => {
    if (example === undefined) return;
    setAnswers([...answers, { example, said }]);
    setExplaining(true);
  };

  const title =
    example === undefined
      ? 'Your result'
      : explaining
        ? `Example ${answers.length} of ${PRACTICE.length}: the answer`
        : `Example ${answers.length + 1} of ${PRACTICE.length}`;
  return (
    <section className="practice" aria-labelledby="practice-title">
      <h3 id="practice-title" className="practice-title" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {example === undefined ? (
        <Score answers={answers} />
      ) : (
        <>
          <p>{example.situation}</p>
          <blockquote>
            <bdi>{example.invitation}</bdi>
          </blockquote>
        </>
      )}
      {example !== undefined && !explaining && (
        <fieldset>
          <legend>What do you say?</legend>
          {verdicts.map((verdict) => (
            <button key={verdict} type="button" onClick={() => answer(verdict)}>
              {verdictNames[verdict]}
            </button>
          ))}
        </fieldset>
      )}
      {explaining && last !== undefined && <Explanation given={last} />}
      <div className="open">
        {explaining && (
          <button type="button" className="action" onClick={() => setExplaining(false)}>
            {answers.length === PRACTICE.length ? 'Show my result' : 'Next example'}
          </button>
        )}
        {example === undefined && (
          <button type="button" className="action" onClick={again}>
            Start again
          </button>
        )}
        <button type="button" className="quiet" onClick={onLeave}>
          Back to checking
        </button>
      </div>
    </section>
  );
};
