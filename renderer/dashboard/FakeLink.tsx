/** Owns what to do about a fake link in the next meeting: three steps, why, and the other calls of the day. Loaded for it alone. */
import { type FormEvent, useId, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Agenda, NextMeeting } from '../../electron/core/meeting/meeting.ts';
import { clockWords } from '../../electron/core/meeting/meeting-time.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { name } from '../../electron/core/messages/value.ts';
import { joinResults } from '../components/join-results.ts';
import { StateMark } from '../components/Marks.tsx';
import { LinkAnatomy } from '../invitation/LinkAnatomy.tsx';
import { ReasonList } from '../invitation/ReasonList.tsx';

const words = says('fake-link-view', {
  title: 'What to do',
  about: 'about 3 minutes',
  leave: 'Leave the link alone',
  leaveMore: 'Don’t open it, and don’t reply to the invitation.',
  ask: 'Ask the organiser for a new link',
  askMore: 'Call or write the way you usually do.',
  paste: 'Paste the new link here',
  pasteMore: 'Greenroom checks it before you join. It opens nothing.',
  check: 'Check this link',
  why: 'Why Greenroom says so',
  others: 'Your other calls',
  other: '{meeting}',
  join: 'Join',
  joinNamed: 'Join “{meeting}”, {when}',
});

interface Props {
  readonly meeting: NextMeeting;
  readonly agenda: Agenda;
  readonly now: number;
  readonly api: Pick<GreenroomApi, 'joinMeeting'>;
  readonly onCheck: (link: string) => void;
}

const OtherCalls = ({ meeting, agenda, now, api }: Omit<Props, 'onCheck'>) => {
  const [result, setResult] = useState('');
  const others = agenda.meetings.filter((one) => one.id !== meeting.id && one.joinable && Date.parse(one.endsAt) > now);
  if (others.length === 0) return null;
  const join = (id: string): void => {
    setResult('');
    api.joinMeeting(id, 'app').then(
      (opened) => setResult(joinResults[opened]),
      () => setResult(joinResults['refused-by-system']),
    );
  };
  return (
    <section className="part" aria-labelledby="others-title">
      <header>
        <h2 id="others-title">{words.others}</h2>
      </header>
      <ul className="sheet other-calls">
        {others.map((one) => {
          const when = localise(clockWords(one, now));
          return (
            <li key={one.id}>
              <StateMark state="pass" />
              <span>
                {words.other({ meeting: name(one.title) })}
                <small>{when}</small>
              </span>
              <button
                type="button"
                aria-label={words.joinNamed({ meeting: name(one.title), when: asMessage(when) })}
                onClick={() => join(one.id)}
              >
                {words.join}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="note" role="status">
        {result}
      </p>
    </section>
  );
};

const FakeLink = ({ onCheck, ...props }: Props) => {
  const [link, setLink] = useState('');
  const field = useId();
  const { inspection } = props.meeting;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (link.trim() !== '') onCheck(link.trim());
  };
  return (
    <>
      <section className="part" aria-labelledby="fake-title">
        <header>
          <h2 id="fake-title">{words.title}</h2>
          <span className="sum">{words.about}</span>
        </header>
        <ol className="sheet now steps">
          <li>
            <b>{words.leave}</b>
            <span>{words.leaveMore}</span>
          </li>
          <li>
            <b>{words.ask}</b>
            <span>{words.askMore}</span>
          </li>
          <li>
            <b>
              <label htmlFor={field}>{words.paste}</label>
            </b>
            <span>{words.pasteMore}</span>
            <form className="ask" onSubmit={send}>
              <input
                id={field}
                className="field"
                type="text"
                inputMode="url"
                autoComplete="off"
                spellCheck={false}
                placeholder="https://…"
                value={link}
                onChange={(event) => setLink(event.currentTarget.value)}
              />
              <button type="submit" className="primary">
                {words.check}
              </button>
            </form>
          </li>
        </ol>
      </section>
      <section className="part" aria-labelledby="why-title">
        <header>
          <h2 id="why-title">{words.why}</h2>
        </header>
        <div className="sheet why-fake">
          {inspection.anatomy !== null && <LinkAnatomy anatomy={inspection.anatomy} />}
          <ReasonList reasons={inspection.reasons} />
        </div>
      </section>
      <OtherCalls {...props} />
    </>
  );
};

export default FakeLink;
