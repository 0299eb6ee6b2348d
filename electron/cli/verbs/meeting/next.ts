/** Owns `greenroom next`: the next meeting of the calendars, its link, and whether this computer is fit for it in time. */

import path from 'node:path';
import { addressWords, stepsFor, typedAddress } from '../../../core/calendar-sources/address.ts';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { exitCodes, reportText } from '../../../core/formats/text.ts';
import {
  type Agenda,
  type CalendarReading,
  isLinkWithheld,
  linkWords,
  meetingFact,
  type NextMeeting,
  nextMeeting,
  otherLinkWords,
  titleText,
} from '../../../core/meeting/meeting.ts';
import { clockWords, farWords } from '../../../core/meeting/meeting-time.ts';
import { fixTime, type ReadinessInTime, readinessInTime } from '../../../core/meeting/time-to-fix.ts';
import { english } from '../../../core/messages/format.ts';
import { localise } from '../../../core/messages/localise.ts';
import { asMessage, messages, sentences } from '../../../core/messages/messages.ts';
import { says } from '../../../core/messages/says.ts';
import { accepts } from '../../../core/policy/accepts.ts';
import { type Policy, valuesOf } from '../../../core/policy/policy.ts';
import { withFindings } from '../../../core/report/report.ts';
import type { Verdict } from '../../../core/report/verdict.ts';
import { type CalendarValues, calendarSettings, namesCalendars } from '../../../core/settings/calendar.ts';
import { asciiJson } from '../../../core/text/ascii-json.ts';
import { InputError } from '../../../core/text/input-error.ts';
import { readCalendarJob } from '../../../engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../engine/calendars/computer-calendars.ts';
import { localHost } from '../../../platform/machine/local-host.ts';
import { askNamed } from '../../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../../platform/machine/places/place-of.ts';
import { WrongUsage } from '../../exit.ts';
import { EXIT as inspectionExitCodes } from '../../inspect/inspect.ts';
import { type Io, painterFor, say, warn, widthFor } from '../../io.ts';
import { nowOf, openFor, type RunOptions, runWithProgress } from '../../run-options.ts';

const words = says('next-verb', {
  when: 'When',
  link: 'Link',
  calendar: 'Calendar',
  also: 'Also',
  time: '{clock} ({far})',
  tentativeTime: '{clock} ({far}), tentative',
  overlaps: '{n, plural, one {# other meeting} other {# other meetings}} at the same time',
  noneIn: 'No online meeting in the next {n, plural, one {# hour} other {# hours}}.',
  old: 'No online meeting in the calendars as they were last read. Some of them may be old.',
  noneRead: 'No online meeting in the calendars that could be read.',
  unread: 'No calendar could be read.',
  address: 'A calendar on a server is named by an https address without a password in it.',
  none: 'No calendar is named. Name one with --calendar=FILE, a folder or an https address, or use those of this computer: “greenroom calendars --use”.',
});

const refusals = messages('next-refused', {
  elsewhere: 'this is on another computer. Copy it to this one first',
  missing: 'there is no such file or folder',
});

export interface NextOptions extends RunOptions {
  /** Files, folders and https addresses, in place of those that the policy names. */
  readonly calendar?: readonly string[];
  readonly json?: boolean;
}

const NO_MEETING = inspectionExitCodes['not-a-meeting'];

/** What lies there. Throws `InputError` when nothing does. */
const kindOf = async (word: string, whole: string): Promise<'file' | 'folder' | 'other' | 'link'> => {
  if (isOnAnotherComputer(word)) throw new InputError(word, refusals.elsewhere);
  try {
    const found = await askNamed({ op: 'stat', path: whole });
    if (found === undefined) throw new InputError(word, refusals.missing);
    return found.kind;
  } catch (error) {
    // What it is cannot be asked of what does not answer; reading it says so.
    if (error instanceof FactUnavailable) return 'file';
    throw error;
  }
};

/** What is named on the command line, each as what it is. Throws `InputError` and `WrongUsage`. */
const named = async (all: readonly string[], cwd: string): Promise<Partial<CalendarValues>> => {
  const kinds: Record<'files' | 'folders' | 'addresses', string[]> = { files: [], folders: [], addresses: [] };
  for (const word of all) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(word)) {
      const typed = typedAddress(word);
      if (typed.is === 'web-page')
        throw new WrongUsage(localise(sentences([addressWords.webPage, stepsFor(typed.provider)])));
      if (typed.is === 'wrong' || !accepts(calendarSettings.policy.addresses, [typed.address]))
        throw new WrongUsage(words.address);
      kinds.addresses.push(typed.address);
      continue;
    }
    const whole = path.resolve(cwd, word);
    const kind = await kindOf(word, whole);
    kinds[kind === 'folder' ? 'folders' : 'files'].push(whole);
  }
  return kinds;
};

const calendarsOf = async ({ calendar }: NextOptions, policy: Policy, io: Io): Promise<CalendarValues> => {
  const values = valuesOf(policy, calendarSettings.id, calendarSettings.policy);
  const chosen = calendar === undefined ? values : { ...values, ...(await named(calendar, io.cwd)) };
  if (!namesCalendars(chosen)) throw new WrongUsage(words.none);
  return chosen;
};

/** The meeting as JSON: what a machine may want of it, without what is only for showing. */
const meetingJson = ({ inspection, ...meeting }: NextMeeting) => ({
  ...meeting,
  title: titleText(meeting, english),
  link: {
    verdict: inspection.verdict,
    service: inspection.service,
    joinUrl: inspection.joinUrl,
    browserJoinUrl: inspection.browserJoinUrl,
    reasons: inspection.reasons.map(({ id, text }) => ({ id, text })),
  },
});

const calendarJson = (calendar: CalendarReading) => ({
  ...calendar,
  problem: calendar.problem === null ? null : english(calendar.problem),
});

const fitJson = ({ readiness, mayJoin, minutesLeft, fixes, sentence }: ReadinessInTime) => ({
  verdict: readiness.verdict,
  through: readiness.method,
  mayJoin,
  minutesLeft,
  sentence,
  fixes: fixes.map(({ finding: { id, subject, state, when, title }, minutes, inTime }) => ({
    id,
    subject,
    state,
    when,
    title,
    minutes,
    inTime,
  })),
});

const row = (label: string, text: string): string => `  ${label.padEnd(9)} ${text}`;

const lines = (
  meeting: NextMeeting,
  { minutesLeft, sentence, fixes }: ReadinessInTime,
  now: number,
  other = otherLinkWords(meeting),
): readonly string[] => [
  titleText(meeting, localise),
  row(
    words.when,
    (meeting.tentative ? words.tentativeTime : words.time)({
      clock: asMessage(clockWords(meeting, now)),
      far: asMessage(farWords(minutesLeft)),
    }),
  ),
  row(words.link, localise(linkWords(meeting))),
  ...(other === null ? [] : [row('', localise(other))]),
  row(words.calendar, meeting.calendar),
  ...(meeting.overlaps > 0 ? [row(words.also, words.overlaps({ n: meeting.overlaps }))] : []),
  '',
  sentence,
  ...fixes.map((fix) => `  ${fix.finding.state === 'fail' ? '✗' : '!'} ${fix.finding.title} (${fixTime(fix)})`),
];

const codeOf = (meeting: NextMeeting, verdict: Verdict): number => {
  const { inspection, joinable } = meeting;
  if (isLinkWithheld(meeting)) return exitCodes.undetermined;
  if (inspection.verdict !== 'genuine') return inspectionExitCodes[inspection.verdict];
  return joinable ? exitCodes[verdict] : exitCodes['not-ready'];
};

const tellCalendars = ({ calendars }: Agenda, io: Io): void => {
  for (const { name, problem } of calendars) if (problem !== null) warn(io, `${name}: ${localise(problem)}\n`);
};

/**
 * Runs the verb; resolves to the exit code: of the link when it is not official, else of the checks that matter for the
 * meeting; 40 when no online meeting is ahead, 30 when no calendar could be read. Throws `InputError` and `WrongUsage`.
 */
export const runNext = async (options: NextOptions, io: Io): Promise<number> => {
  const asked = nowOf(options.now);
  const { workspace, deadlineMs } = await openFor(io, options);
  const { policy, place } = workspace;
  const values = await calendarsOf(options, policy, io);
  const clock = (): Date => asked ?? new Date();
  const own = { folder: place.folder, read: readCalendarJob, clock };
  // Those named for once are read alone.
  const calendars = createCalendars(
    options.calendar === undefined ? { ...own, computer: createComputerCalendars(localHost(), place.folder) } : own,
  );
  const agenda = await calendars.refresh(values, { ask: 'all', keepOthers: options.calendar !== undefined });
  tellCalendars(agenda, io);

  const now = clock();
  const meeting = nextMeeting(agenda, now.toISOString());
  const json = (meetingPart: object): void =>
    void io.stdout.write(
      `${asciiJson({ schema: 'greenroom.next/1', ...meetingPart, calendars: agenda.calendars.map(calendarJson) }, 2)}\n`,
    );
  if (meeting === null) {
    const isRead = agenda.calendars.every(({ state }) => state !== 'unread');
    const isOld = agenda.calendars.some(({ state }) => state === 'stale' || state === 'undated');
    const isAnyRead = agenda.calendars.some(({ state }) => state !== 'unread');
    if (options.json === true) json({ meeting: null, meetings: [] });
    else if (isRead && isOld) say(io, `${words.old}\n`);
    else if (isRead) say(io, `${words.noneIn({ n: values.lookAheadHours })}\n`);
    else if (isAnyRead) say(io, `${words.noneRead}\n`);
    else say(io, `${words.unread}\n`);
    return isRead ? NO_MEETING : exitCodes.undetermined;
  }

  const { report } = await runWithProgress(io, workspace, {
    deadlineMs,
    facts: meetingFact(agenda, now.toISOString()),
    ...(asked === undefined ? {} : { now: asked }),
    // By a policy or calendars that were named for once.
    isTrial: options.policy !== undefined || options.calendar !== undefined,
  });
  const fit = readinessInTime(meeting, report.findings, clock().toISOString());
  const { verdict, findings } = fit.readiness;
  if (options.json === true) {
    json({ meeting: meetingJson(meeting), ...fitJson(fit), meetings: agenda.meetings.map(meetingJson) });
  } else {
    const text = reportText(withFindings(report, findings, verdict), { paint: painterFor(io), width: widthFor(io) });
    say(io, `${lines(meeting, fit, now.getTime()).join('\n')}\n\n${text}`);
  }
  return codeOf(meeting, verdict);
};
