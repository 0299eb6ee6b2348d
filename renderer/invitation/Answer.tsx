/** Owns the answer about an invitation: the verdict in shape and words, the link, the reasons, what to ask oneself. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { CalendarEvent, Inspection, Sender } from '../../electron/core/invite/inspection.ts';
import { verdictNames } from '../../electron/core/invite/inspection-text.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage, type Message } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { name, place, product } from '../../electron/core/messages/value.ts';
import { StateMark } from '../components/Marks.tsx';
import { eventTime, shown, verdictMarks, verdictSentence } from './invitation-phrases.ts';
import { LinkAnatomy } from './LinkAnatomy.tsx';
import { ReasonList } from './ReasonList.tsx';

const words = says('answer-view', {
  sender: 'Sender',
  noAddress: 'no address',
  aligned: 'confirmed',
  alignedBy: 'confirmed by {server}',
  spoofed: 'not who it says',
  spoofedBy: 'not who it says, by {server}',
  unverified: 'couldn’t be confirmed',
  unverifiedBy: 'couldn’t be confirmed by {server}',
  meeting: 'Meeting',
  begins: 'Begins',
  unread: 'couldn’t be read',
  cancelled: 'cancelled',
  says: 'What Greenroom says about it',
  why: 'Why',
  ask: 'Ask yourself',
  inspected: 'Inspected: {label}',
  service: '{service}',
});
const quoted = says('answer-view.quoted', { name: '“{name}”', address: '{address}' });

const standing = ({ standing: found, trustedAuthserv }: Sender): string =>
  trustedAuthserv === null ? words[found] : words[`${found}By`]({ server: place(shown(trustedAuthserv)) });

const SenderRow = ({ sender }: { readonly sender: Sender }) => (
  <div>
    <dt>{words.sender}</dt>
    <dd>
      {sender.name !== '' && (
        <>
          <bdi>{quoted.name({ name: name(shown(sender.name)) })}</bdi>{' '}
        </>
      )}
      <bdi>{sender.address === '' ? words.noAddress : quoted.address({ address: place(shown(sender.address)) })}</bdi>:{' '}
      <b>{standing(sender)}</b>
    </dd>
  </div>
);

const EventRows = ({ event }: { readonly event: CalendarEvent }) => (
  <>
    {event.summary !== '' && (
      <div>
        <dt>{words.meeting}</dt>
        <dd>
          <bdi>{quoted.address({ address: name(shown(event.summary)) })}</bdi>
        </dd>
      </div>
    )}
    <div>
      <dt>{words.begins}</dt>
      <dd>
        {event.start === null ? words.unread : <time dateTime={event.start}>{eventTime(event.start)}</time>}
        {event.cancelled && <b> – {words.cancelled}</b>}
      </dd>
    </div>
  </>
);

interface Props {
  readonly inspection: Inspection;
  /** What was inspected: "invitation.eml, 34 kB". */
  readonly label: Message;
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
    <article className={`answer ${verdict}`} aria-label={words.says}>
      <div className="answer-head" ref={head}>
        <StateMark state={verdictMarks[verdict]} />
        <h3>{localise(verdictNames[verdict])}</h3>
        {verdict === 'genuine' && serviceName !== null && <p>{words.service({ service: product(serviceName) })}</p>}
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
        <section aria-label={words.why}>
          <h4>{words.why}</h4>
          <ReasonList reasons={reasons} />
        </section>
      )}
      {!hosting && questions.length > 0 && (
        <section aria-label={words.ask}>
          <h4>{words.ask}</h4>
          <ul className="questions">
            {questions.map((question) => (
              <li key={localise(question)}>{localise(question)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="note">
        <bdi>{words.inspected({ label: asMessage(label) })}</bdi>
      </p>
    </article>
  );
};
