/** Owns what a person must know beside the findings: a sheet under the tiles, one sentence each, a button where one helps. */
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import type { Incoming } from '../../electron/core/ipc/invitation-messages.ts';
import { clockWords } from '../../electron/core/meeting/meeting-time.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { name } from '../../electron/core/messages/value.ts';
import { noPowershell } from '../../electron/core/report/headline.ts';
import { moment, staleAge } from '../../electron/core/text/clock-time.ts';

const words = says('notices', {
  problem: '{calendar}: {problem}',
  notRead: '{calendar}: it wasn’t read for a while.',
  shownAs: 'Shown as it was {moment}.',
  old: 'All of this is as of {moment}.',
  calendars: 'Open the calendars',
});

/** What is wrong with a calendar that the person named. */
const calendarSentences = ({ agenda }: Snapshot, now: number): readonly string[] =>
  agenda.calendars
    .filter(({ problem, state }) => problem !== null || state === 'stale' || state === 'unread')
    .map(({ name: named, state, readAt, problem }) => {
      const calendar = name(named);
      const told =
        problem === null ? words.notRead({ calendar }) : words.problem({ calendar, problem: asMessage(problem) });
      if (state !== 'stale' || readAt === null) return told;
      return `${told} ${words.shownAs({ moment: asMessage(localise(clockWords({ startsAt: readAt, endsAt: readAt }, now))) })}`;
    });

interface Props {
  readonly snapshot: Snapshot;
  readonly incoming: Incoming | null;
  readonly now: number;
  readonly onCalendars: () => void;
}

export const Notices = ({ snapshot, incoming, now, onCalendars }: Props) => {
  const { report } = snapshot;
  const isBlind = report?.findings.some((one) => one.state === 'unknown' && one.cause === 'no-powershell') === true;
  const isOld = report !== null && snapshot.running === null && staleAge(report, now) !== null;
  const own = [
    ...(isOld ? [words.old({ moment: moment(report.startedAt, now) })] : []),
    ...snapshot.notices.map(localise),
    ...(isBlind ? [localise(noPowershell())] : []),
  ];
  const calendars = calendarSentences(snapshot, now);
  if (own.length + calendars.length === 0 && incoming?.kind !== 'refused') return null;
  return (
    <div className="notices">
      {incoming?.kind === 'refused' && (
        <p className="sheet notice" role="alert" key={incoming.number}>
          {localise(incoming.sentence)}
        </p>
      )}
      {own.map((sentence) => (
        <p className="sheet notice" key={sentence}>
          {sentence}
        </p>
      ))}
      {calendars.map((sentence) => (
        <div className="sheet notice" key={sentence}>
          <p>{sentence}</p>
          <button type="button" onClick={onCalendars}>
            {words.calendars}
          </button>
        </div>
      ))}
    </div>
  );
};
