/** Owns what Greenroom does unasked: it carries out the plan of the schedule, and tells what a run found, if it may. */

import { type AllowedPrograms, type InterruptionFacts, mayInterrupt } from '../../core/background/do-not-disturb.ts';
import { type Notice, noticeAfter } from '../../core/background/notification.ts';
import {
  type ChangeEvent,
  freshSchedule,
  nextAction,
  type RunReason,
  type ScheduleEvent,
  type ScheduleRules,
} from '../../core/background/schedule.ts';
import type { Pause } from '../../core/background/tray-menu.ts';
import { localisedSnapshot } from '../../core/ipc/localised-snapshot.ts';
import { hasFakeLink, type NextMeeting, nextMeeting } from '../../core/meeting/meeting.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { valuesOf } from '../../core/policy/policy.ts';
import { notificationSettings } from '../../core/settings/notifications.ts';
import { scheduleSettings } from '../../core/settings/schedule.ts';
import type { Session } from '../session/session.ts';
import { type Attention, type AttentionStore, freshAttention } from '../storage/attention-store.ts';

const words = says('background-checks', {
  notStored: 'Notices and pauses couldn’t be stored: {error}',
  notShown: 'A notice couldn’t be shown: {error}',
});

export interface BackgroundCheckOptions {
  readonly session: Pick<Session, 'snapshot' | 'onChecked' | 'check' | 'policy'>;
  readonly store: AttentionStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Calls once, after so many milliseconds; returns what takes it back. */
  readonly timer: (milliseconds: number, call: () => void) => () => void;
  readonly onBattery: () => boolean;
  readonly readInterruption: () => Promise<InterruptionFacts>;
  readonly allowedPrograms: () => AllowedPrograms;
  /** The person has the window in front. */
  readonly isWatched: () => boolean;
  /** What the check for a meeting waits for; undefined where it waits for nothing. */
  readonly beforeMeeting?: () => Promise<unknown> | undefined;
  readonly show: (notice: Notice) => void;
  /** Something that the tray shows has changed. */
  readonly onChange: () => void;
  /** What could not be read from disk, kept there or shown, in one sentence for the person. */
  readonly onProblem: (sentence: string) => void;
}

export interface BackgroundChecks {
  /** Reads what was told and paused before. */
  load(): Promise<void>;
  /** For a start that nobody asked for: checks unless that is paused, or wanted only on request while on battery. */
  begin(): void;
  changed(change: ChangeEvent): void;
  /** To be called once a minute. */
  minute(): void;
  pausedUntil(): string | null;
  pause(pause: Pause): void;
  resume(): void;
  /** Tells once more at the start of this meeting. */
  snooze(meetingId: string): void;
  /** Tells once of what waits, when the next meeting is over, or no longer; false where no meeting is ahead. */
  remindAfterCall(on: boolean): boolean;
  /** Tells once of what waits, a day from now. */
  remindTomorrow(): void;
  remindsAfterCall(): boolean;
  attention(): Attention;
  remember(change: Partial<Attention>): void;
}

/** A run of its own: why it is made, and the meeting it is to remind of. */
interface Begun {
  readonly reason: RunReason;
  readonly remindOf: NextMeeting | null;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STILL_IN_CALL = 10 * MINUTE;

export const createBackgroundChecks = (options: BackgroundCheckOptions): BackgroundChecks => {
  const { session, store, clock } = options;
  let attention = freshAttention;
  let schedule = freshSchedule;
  let begun: Begun | null = null;
  let disarm = (): void => {};
  let telling = Promise.resolve();

  const remember = (change: Partial<Attention>): void => {
    attention = { ...attention, ...change };
    if (change.remindAfter !== undefined) options.onChange();
    store
      .change((stored) => ({ ...stored, ...change }))
      .catch((error: unknown) => {
        options.onProblem(words.notStored({ error: asMessage(message(error)) }));
      });
  };
  const rules = (): ScheduleRules => valuesOf(session.policy(), scheduleSettings.id, scheduleSettings.policy);
  const meeting = (): NextMeeting | null => nextMeeting(session.snapshot().agenda, new Date(clock()).toISOString());
  /** As the calendars have it now: what was called off or is over is not told. */
  const remindOf = (): NextMeeting | null =>
    session
      .snapshot()
      .agenda.meetings.find(({ id, endsAt }) => id === attention.remindOf && Date.parse(endsAt) > clock()) ?? null;
  const pausedUntil = (): string | null =>
    attention.pausedUntil !== null && Date.parse(attention.pausedUntil) > clock() ? attention.pausedUntil : null;

  const tell = async (ran: Begun | null): Promise<void> => {
    const { report, changes } = localisedSnapshot(session.snapshot());
    if (report === null) return;
    const now = clock();
    const reminder = ran?.reason === 'reminder';
    const about = reminder ? ran.remindOf : meeting();
    const minutes = about === null ? Number.NaN : (Date.parse(about.startsAt) - now) / MINUTE;
    const intention = noticeAfter(
      {
        report,
        changes,
        meeting: about,
        near: minutes <= rules().beforeMeetingMinutes && (minutes > 0 || (about !== null && hasFakeLink(about))),
        reminder,
        over: ran?.reason === 'over',
        rules: valuesOf(session.policy(), notificationSettings.id, notificationSettings.policy),
        now,
      },
      attention.told,
    );
    const { notice } = intention;
    const isOver = ran?.reason === 'over';
    if (notice === null) return isOver ? remember({ remindAfter: null }) : undefined;
    if (options.isWatched()) return remember({ told: intention.told, ...(isOver ? { remindAfter: null } : {}) });
    const may =
      notice.urgent === true ||
      (pausedUntil() === null && mayInterrupt(await options.readInterruption(), options.allowedPrograms()));
    if (may) options.show(notice);
    // The call goes on, or something else is told first: what waits for its end waits a little longer.
    const after = may && notice.group === 'after' ? null : new Date(now + STILL_IN_CALL).toISOString();
    remember({ told: may ? intention.told : intention.held, ...(isOver ? { remindAfter: after } : {}) });
  };

  const happen = (event: ScheduleEvent): void => {
    const next = nextAction(schedule, event, {
      now: clock(),
      rules: rules(),
      running: begun !== null || session.snapshot().running !== null,
      paused: pausedUntil() !== null,
      onBattery: options.onBattery(),
      meeting: meeting(),
      remindOf: remindOf(),
      remindAfter: attention.remindAfter,
    });
    if (next.state.due?.at !== schedule.due?.at) {
      disarm();
      const { due } = next.state;
      if (due !== null) disarm = options.timer(Math.max(0, due.at - clock()), () => happen({ kind: 'look' }));
    }
    schedule = next.state;
    if (next.run === null) return;
    begun = { reason: next.run, remindOf: remindOf() };
    // Once, whatever becomes of the run.
    if (next.run === 'reminder') remember({ remindOf: null });
    const check = (): Promise<void> => session.check(null, { quick: true });
    const tried = next.run === 'meeting' ? options.beforeMeeting?.() : undefined;
    void (tried === undefined ? check() : tried.then(check)).finally(() => {
      begun = null;
    });
  };

  session.onChecked((only) => {
    if (only !== null) return;
    happen({ kind: 'ran', chance: options.chance() });
    const ran = begun;
    telling = telling
      .then(() => tell(ran))
      .catch((error: unknown) => options.onProblem(words.notShown({ error: asMessage(message(error)) })));
  });

  const pauseEnd = (pause: Pause): number => {
    if (pause !== 'meeting') return clock() + (pause === 'hour' ? HOUR : 24 * HOUR);
    const startsAt = Date.parse(meeting()?.startsAt ?? '');
    const before = startsAt - rules().beforeMeetingMinutes * MINUTE;
    // Nothing ahead any more: the menu was open for long.
    if (Number.isNaN(startsAt)) return clock() + HOUR;
    return before > clock() ? before : startsAt;
  };

  return {
    load: async () => {
      const loaded = await store.load();
      attention = loaded.value;
      loaded.notices.forEach(options.onProblem);
      options.onChange();
    },
    begin: () => {
      const quiet = options.onBattery() && rules().onBattery === 'when-asked';
      if (pausedUntil() === null && !quiet) void session.check(null, { quick: true });
    },
    changed: (change) => happen({ kind: 'change', change }),
    minute: () => {
      happen({ kind: 'look' });
      options.onChange();
    },
    pausedUntil,
    pause: (pause) => {
      remember({ pausedUntil: new Date(pauseEnd(pause)).toISOString() });
      happen({ kind: 'look' });
      options.onChange();
    },
    resume: () => {
      remember({ pausedUntil: null });
      happen({ kind: 'look' });
      options.onChange();
    },
    snooze: (meetingId) => remember({ remindOf: meetingId }),
    remindAfterCall: (on) => {
      const next = meeting();
      remember({ remindAfter: on && next !== null ? next.endsAt : null });
      return on && next !== null;
    },
    remindTomorrow: () => remember({ remindAfter: new Date(clock() + 24 * HOUR).toISOString() }),
    remindsAfterCall: () => attention.remindAfter !== null,
    attention: () => attention,
    remember,
  };
};
