/** Owns the practice: ten invented invitations to judge oneself, the explanation after each, the score at the end. */
import { useEffect, useRef, useState } from 'react';
import type { Verdict } from '../../electron/core/invite/inspection.ts';
import { verdictNames } from '../../electron/core/invite/inspection-text.ts';
import { PRACTICE, type PracticeCase } from '../../electron/core/invite/practice.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import { StateMark } from '../components/Marks.tsx';
import { verdictMarks, verdicts } from './invitation-phrases.ts';

const words = says('practice-view', {
  right: 'Right. The answer is: {verdict}.',
  wrong: 'Not quite. The answer is: {verdict}.',
  lookAt: 'What to look at:',
  score: '{right, number} of {n, number} right.',
  scoreMissed: '{right, number} of {n, number} right. These are worth another look:',
  verdict: '{verdict}.',
  result: 'Your result',
  answer: 'Example {n, number} of {total, number}: the answer',
  example: 'Example {n, number} of {total, number}',
  say: 'What do you say?',
  showResult: 'Show my result',
  next: 'Next example',
  again: 'Start again',
  back: 'Back to checking',
  invitation: '{invitation}',
});

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
        <b>{(right ? words.right : words.wrong)({ verdict: verdictNames[example.verdict] })}</b>
      </p>
      <p>{localise(example.explanation)}</p>
      <p>
        <b>{words.lookAt}</b> {localise(example.lookAt)}
      </p>
    </>
  );
};

const Score = ({ answers }: { readonly answers: readonly Given[] }) => {
  const missed = answers.filter((given) => !isRight(given));
  return (
    <>
      <p>
        {(missed.length > 0 ? words.scoreMissed : words.score)({
          right: answers.length - missed.length,
          n: answers.length,
        })}
      </p>
      {missed.length > 0 && (
        <ul className="reasons">
          {missed.map(({ example }) => (
            <li key={example.id}>
              <StateMark state={verdictMarks[example.verdict]} />
              <span>
                {localise(example.situation)} <b>{words.verdict({ verdict: verdictNames[example.verdict] })}</b>{' '}
                {localise(example.lookAt)}
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
      ? words.result
      : explaining
        ? words.answer({ n: answers.length, total: PRACTICE.length })
        : words.example({ n: answers.length + 1, total: PRACTICE.length });
  return (
    <section className="practice" aria-labelledby="practice-title">
      <h3 id="practice-title" className="practice-title" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {example === undefined ? (
        <Score answers={answers} />
      ) : (
        <>
          <p>{localise(example.situation)}</p>
          <blockquote>
            <bdi>{words.invitation({ invitation: { kind: 'quote', text: example.invitation } })}</bdi>
          </blockquote>
        </>
      )}
      {example !== undefined && !explaining && (
        <fieldset>
          <legend>{words.say}</legend>
          {verdicts.map((verdict) => (
            <button key={verdict} type="button" onClick={() => answer(verdict)}>
              {localise(verdictNames[verdict])}
            </button>
          ))}
        </fieldset>
      )}
      {explaining && last !== undefined && <Explanation given={last} />}
      <div className="open">
        {explaining && (
          <button type="button" onClick={() => setExplaining(false)}>
            {answers.length === PRACTICE.length ? words.showResult : words.next}
          </button>
        )}
        {example === undefined && (
          <button type="button" onClick={again}>
            {words.again}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {words.back}
        </button>
      </div>
    </section>
  );
};
