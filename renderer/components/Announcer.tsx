/** Owns what a screen reader is told without being asked: that a run began, that it is slow, how it ended. No more. */
import { useEffect, useState } from 'react';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type Answer, type Ready, waitingFor } from '../wall/answer.ts';

const words = says('announcer', {
  began: 'Checking {n, plural, one {# thing} other {# things}}.',
  ended: '{headline}. {sentence}',
});

interface Props {
  readonly page: Ready;
  readonly answer: Answer;
  /** The run that goes on has lasted longer than a person expects. */
  readonly slow: boolean;
}

export const Announcer = ({ page, answer, slow }: Props) => {
  const { running } = page.snapshot;
  /** Until a run has been seen there is nothing to announce: the page itself is being read. */
  const [seen, setSeen] = useState(running !== null);
  /** What was awaited when the run turned slow; later answers do not change the announcement. */
  const [awaited, setAwaited] = useState('');
  useEffect(() => {
    if (running !== null) setSeen(true);
  }, [running]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, at the moment the run turns slow.
  useEffect(() => {
    setAwaited(slow && running !== null ? waitingFor(running.pending.map((check) => check.title)) : '');
  }, [slow]);

  /** Told once, when a run has ended or the headline is another: minutes that go by in the sentence are no news. */
  const [ended, setEnded] = useState('');
  const isIdle = running === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence is read at that moment.
  useEffect(() => {
    setEnded(
      seen && isIdle ? words.ended({ headline: asMessage(answer.headline), sentence: asMessage(answer.sentence) }) : '',
    );
  }, [seen, isIdle, answer.headline]);

  const began = running === null ? '' : words.began({ n: running.total });
  return (
    <div className="hidden-words" role="status">
      {running === null ? ended : slow && awaited !== '' ? awaited : began}
    </div>
  );
};
