/** Owns what a screen reader is told without being asked: that a run began, that it is slow, how it ended. No more. */
import { useEffect, useState } from 'react';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type Answer, type Ready, useSlow, waitingFor } from '../dashboard/verdict/Verdict.tsx';

const words = says('announcer', {
  began: 'Checking {n, plural, one {# thing} other {# things}}.',
  ended: '{headline}. {sentence}',
});

interface Props {
  readonly page: Ready;
  readonly answer: Answer;
}

export const Announcer = ({ page, answer }: Props) => {
  const { running } = page.snapshot;
  const slow = useSlow(running);
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

  const began = running === null ? '' : words.began({ n: running.total });
  const ended =
    seen && running === null
      ? words.ended({ headline: asMessage(answer.headline), sentence: asMessage(answer.sentence) })
      : '';
  return (
    <div className="hidden-words" role="status">
      {running === null ? ended : slow && awaited !== '' ? awaited : began}
    </div>
  );
};
