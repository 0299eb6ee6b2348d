/** Owns the panel “Check an invitation”: the field, the answer, the host's side, the practice. */
import { useEffect, useRef, useState } from 'react';
import { verdictNames } from '../../electron/core/invite/inspection-text.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import type { Incoming } from '../../electron/core/ipc/invitation-messages.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage, messages } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { BusyMark } from '../components/Marks.tsx';
import { useEscape } from '../components/use-escape.ts';
import { Answer } from './Answer.tsx';
import { ForThisComputer } from './ForThisComputer.tsx';
import { HostSide } from './HostSide.tsx';
import { InvitationField } from './InvitationField.tsx';
import { takenText } from './input.ts';
import { progressWords, verdictSentence } from './invitation-phrases.ts';
import { JoinActions } from './JoinActions.tsx';
import { Practice } from './Practice.tsx';
import { useInspection } from './use-inspection.ts';

const words = says('invitation-panel', {
  practise: 'Practise on invitations',
  check: 'Check an invitation',
  looking: 'Looking at it…',
  lookingAt: 'Looking at {label}…',
  spoken: '{verdict}. {sentence}',
  hosting: 'I’m about to send this',
  examples: 'Practise on ten examples',
});

const labels = messages('invitation-panel.label', {
  link: 'the link that was passed to Greenroom',
  typed: 'the link you typed',
});

interface Props {
  readonly api: GreenroomApi;
  readonly snapshot: Snapshot;
  readonly now: number;
  /** An invitation that came in by a `greenroom:` link, or as a file that was opened with Greenroom. */
  readonly incoming: Extract<Incoming, { kind: 'invitation' | 'file' }> | null;
  /** A link that was typed elsewhere on the page; null when none was. */
  readonly typed: string | null;
  readonly onClose: () => void;
}

const InvitationPanel = ({ api, snapshot, now, incoming, typed, onClose }: Props) => {
  const { state, look, show } = useInspection(api);
  const [hosting, setHosting] = useState(false);
  const [practising, setPractising] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);
  const arrived = incoming?.inspected;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what newly came in triggers it; its progress does not.
  useEffect(() => {
    if (arrived === undefined) return;
    setPractising(false);
    show(arrived, incoming?.kind === 'file' ? incoming.label : labels.link);
  }, [arrived?.id]);
  useEffect(() => {
    if (typed !== null) look(Promise.resolve(takenText(typed, labels.typed)));
  }, [typed, look]);
  useEscape(onClose);

  const answered = state.kind === 'answered' ? state.inspected : null;
  const inspection = answered?.inspection;
  const progress = incoming?.kind === 'invitation' && arrived?.id === answered?.id ? incoming.progress : null;
  const spoken =
    state.kind === 'looking'
      ? words.looking
      : inspection === undefined
        ? ''
        : words.spoken({
            verdict: verdictNames[inspection.verdict],
            sentence: asMessage(verdictSentence(inspection)),
          });

  return (
    <section className="single invitation" aria-labelledby="invitation-title">
      <header>
        <h2 id="invitation-title" tabIndex={-1} ref={heading}>
          {practising ? words.practise : words.check}
        </h2>
      </header>
      {practising ? (
        <Practice onLeave={() => setPractising(false)} />
      ) : (
        <>
          <InvitationField busy={state.kind === 'looking'} onTaken={look} />
          <div className="open spread">
            <label className="switch">
              <input
                type="checkbox"
                // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is on.
                role="switch"
                checked={hosting}
                onChange={(event) => setHosting(event.currentTarget.checked)}
              />{' '}
              {words.hosting}
            </label>
            <button type="button" onClick={() => setPractising(true)}>
              {words.examples}
            </button>
          </div>
          {state.kind === 'looking' && (
            <p className="looking" aria-hidden="true">
              <BusyMark /> {words.lookingAt({ label: asMessage(state.label) })}
            </p>
          )}
          {state.kind === 'refused' && (
            <p className="notice" role="alert">
              {localise(state.sentence)}
            </p>
          )}
          {answered !== null && inspection !== undefined && state.kind === 'answered' && (
            <Answer inspection={inspection} label={state.label} hosting={hosting}>
              {progress !== null && (
                <p className="notice" role="status">
                  {progressWords(progress, inspection.serviceName)}
                </p>
              )}
              {inspection.verdict === 'genuine' && (
                <>
                  {!hosting && <ForThisComputer inspection={inspection} snapshot={snapshot} now={now} />}
                  <JoinActions key={answered.id} inspected={answered} hosting={hosting} snapshot={snapshot} api={api} />
                </>
              )}
              {hosting && <HostSide key={`host ${answered.id}`} inspected={answered} api={api} />}
            </Answer>
          )}
        </>
      )}
      <p className="hidden-words" role="status">
        {practising ? '' : spoken}
      </p>
    </section>
  );
};
export default InvitationPanel;
