/** Owns the answer about an invitation: the verdict in shape and words, the link, the reasons, what to ask oneself. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { CalendarEvent, Inspection, Sender } from '../../electron/core/invite/inspection.ts';
import { StateMark } from '../components/Marks.tsx';
import { eventTime, senderWords, shown, verdictMarks, verdictNames, verdictSentence } from './invitation-phrases.ts';
import { LinkAnatomy } from './LinkAnatomy.tsx';
import { ReasonList } from './ReasonList.tsx';

const SenderRow = ({ sender }: { readonly sender: Sender }) => (
  <div>
    <dt>Sender</dt>
    <dd>
      {sender.name !== '' && (
        <>
          <bdi>“{shown(sender.name)}”</bdi>{' '}
        </>
      )}
      <bdi>{sender.address === '' ? 'no address' : shown(sender.address)}</bdi>: <b>{senderWords[sender.standing]}</b>
      {sender.trustedAuthserv !== null && (
        <>
          {' '}
          by <bdi>{shown(sender.trustedAuthserv)}</bdi>
        </>
      )}
    </dd>
  </div>
);

const EventRows = ({ event }: { readonly event: CalendarEvent }) => (
  <>
    {event.summary !== '' && (
      <div>
        <dt>Meeting</dt>
        <dd>
          <bdi>{shown(event.summary)}</bdi>
        </dd>
      </div>
    )}
    <div>
      <dt>Begins</dt>
      <dd>
        {event.start === null ? 'could not be read' : <time dateTime={event.start}>{eventTime(event.start)}</time>}
        {event.cancelled && <b> – cancelled</b>}
      </dd>
    </div>
  </>
);

interface Props {
  readonly inspection: Inspection;
  /** What was inspected: "invitation.eml, 34 kB". */
  readonly label: string;
  /** Whoever is about to send it is not the one to ask these questions. */
  readonly hosting: boolean;
  /** The buttons or the host's side. */
  readonly children: ReactNode;
}

export const Answer = ({ inspection, label, hosting, children }: Props) => {
  const { verdict, anatomy, reasons, questions, sender, event, serviceName } = inspection;
  const head = useRef<HTMLDivElement>(null);
  // With large text the verdict would come out of sight below the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new inspection triggers it.
  useEffect(() => {
    head.current?.scrollIntoView({ block: 'nearest' });
  }, [inspection]);
  return (
    <article className={`answer ${verdict}`} aria-label="What Greenroom says about it">
      <div className="answer-head" ref={head}>
        <StateMark state={verdictMarks[verdict]} />
        <h3>{verdictNames[verdict]}</h3>
        {verdict === 'genuine' && serviceName !== null && <p>{serviceName}</p>}
      </div>
      <p>{verdictSentence(inspection)}</p>
      {anatomy !== null && <LinkAnatomy anatomy={anatomy} />}
      {(sender !== undefined || event !== undefined) && (
        <dl className="evidence">
          {sender !== undefined && <SenderRow sender={sender} />}
          {event !== undefined && <EventRows event={event} />}
        </dl>
      )}
      {children}
      {reasons.length > 0 && (
        <section aria-label="Why">
          <h4>Why</h4>
          <ReasonList reasons={reasons} />
        </section>
      )}
      {!hosting && questions.length > 0 && (
        <section aria-label="Ask yourself">
          <h4>Ask yourself</h4>
          <ul className="questions">
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="note">
        Inspected: <bdi>{label}</bdi>
      </p>
    </article>
  );
};
