/** Owns when Greenroom checks by itself: what has happened and the time in, whether to check now out. */
import { hasFakeLink, type NextMeeting } from '../meeting/meeting.ts';
import type { PolicyValues } from '../policy/policy.ts';
import type { scheduleSettings } from '../settings/schedule.ts';
import type { IsoTime } from '../text/time.ts';

/** Something that may have changed the answer. */
export type ChangeEvent = 'wake' | 'unlock' | 'camera' | 'drive' | 'network';

export type ScheduleRules = PolicyValues<typeof scheduleSettings.policy>;

/** Why a run is begun. `reminder`: the person asked to be told again at the start of this meeting; `over`: after the call. */
export type RunReason = 'change' | 'quiet' | 'resumed' | 'meeting' | 'reminder' | 'over';

/** All times in milliseconds since 1970. */
export interface ScheduleState {
  /** When the last run ended; null before the first. */
  readonly ranAt: number | null;
  /** A change that waits until things have settled: acted on at `at`, at the latest at `latest`, whatever else comes. */
  readonly due: { readonly at: number; readonly latest: number } | null;
  /** Share of the quiet interval by which this wait is shorter or longer, so that not all computers of a house check at once. */
  readonly jitter: number;
  /** Meeting that was checked for. */
  readonly preparedFor: string | null;
  readonly lookedAt: number | null;
  readonly wasPaused: boolean;
}

export const freshSchedule: ScheduleState = {
  ranAt: null,
  due: null,
  jitter: 0,
  preparedFor: null,
  lookedAt: null,
  wasPaused: false,
};

/** `look`: a minute has passed, or the time of a change has come. `ran`: a run of everything has ended. */
export type ScheduleEvent =
  | { readonly kind: 'change'; readonly change: ChangeEvent }
  | { readonly kind: 'look' }
  /** `chance`: from 0 to 1. */
  | { readonly kind: 'ran'; readonly chance: number };

export interface ScheduleSituation {
  readonly now: number;
  readonly rules: ScheduleRules;
  readonly running: boolean;
  readonly paused: boolean;
  readonly onBattery: boolean;
  readonly meeting: Pick<NextMeeting, 'id' | 'startsAt' | 'inspection'> | null;
  /** Meeting at whose start the person wants to be told once more. */
  readonly remindOf: Pick<NextMeeting, 'id' | 'startsAt'> | null;
  /** When the person wants to be told of what waited; null when never. */
  readonly remindAfter: IsoTime | null;
}

export interface NextAction {
  readonly state: ScheduleState;
  readonly run: RunReason | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long things settle after a change, and how long the last run must be past. */
const settling: Readonly<Record<ChangeEvent, { readonly settle: number; readonly gap: number }>> = {
  // The network comes back some seconds after the screen.
  wake: { settle: 15 * SECOND, gap: 5 * MINUTE },
  unlock: { settle: 3 * SECOND, gap: 10 * MINUTE },
  // A drive shows itself before it is mounted.
  camera: { settle: 8 * SECOND, gap: MINUTE },
  drive: { settle: 8 * SECOND, gap: MINUTE },
  network: { settle: 15 * SECOND, gap: 5 * MINUTE },
};
/** What keeps coming and going holds a check up no longer than this. */
const PATIENCE = MINUTE;
/** A look that comes this late was slept through. */
const SLEPT = 3 * MINUTE;
const JITTER = 0.2;

const isHeard = (change: ChangeEvent, { rules, onBattery, paused }: ScheduleSituation): boolean => {
  if (paused || (onBattery && rules.onBattery === 'when-asked')) return false;
  if (change === 'wake' || change === 'unlock') return true;
  return rules.onChanges && !(onBattery && rules.onBattery === 'less');
};

const withChange = (state: ScheduleState, change: ChangeEvent, situation: ScheduleSituation): ScheduleState => {
  if (!isHeard(change, situation)) return state;
  const { settle, gap } = settling[change];
  const earliest = Math.max(situation.now + settle, (state.ranAt ?? Number.NEGATIVE_INFINITY) + gap);
  const due = state.due ?? { at: earliest, latest: earliest + PATIENCE };
  return { ...state, due: { ...due, at: Math.min(Math.max(due.at, situation.now + settle), due.latest) } };
};

const meetingReason = (state: ScheduleState, situation: ScheduleSituation): RunReason | null => {
  const { now, rules, meeting, remindOf } = situation;
  if (remindOf !== null && Date.parse(remindOf.startsAt) <= now) return 'reminder';
  if (meeting === null || meeting.id === state.preparedFor) return null;
  const startsAt = Date.parse(meeting.startsAt);
  const isNear = now >= startsAt - rules.beforeMeetingMinutes * MINUTE;
  // Who is late for a fake meeting has still to be kept from it.
  return isNear && (now < startsAt || hasFakeLink(meeting)) ? 'meeting' : null;
};

/** A fake link is told whatever else was wished: neither a pause nor the battery holds it back. */
const isAlarm = (state: ScheduleState, situation: ScheduleSituation): boolean =>
  situation.meeting !== null &&
  hasFakeLink(situation.meeting) &&
  meetingReason(state, { ...situation, remindOf: null }) !== null;

const reasonNow = (state: ScheduleState, situation: ScheduleSituation): RunReason | null => {
  const { now, rules, onBattery } = situation;
  if (isAlarm(state, situation)) return 'meeting';
  if (situation.paused || (onBattery && rules.onBattery === 'when-asked')) return null;
  const meeting = meetingReason(state, situation);
  if (meeting !== null) return meeting;
  if (situation.remindAfter !== null && Date.parse(situation.remindAfter) <= now) return 'over';
  if (state.wasPaused) return 'resumed';
  if (state.due !== null && state.due.at <= now) return 'change';
  // One that waits will bring its own check.
  if (state.due !== null || (onBattery && rules.onBattery === 'less')) return null;
  const quiet = rules.quietMinutes * MINUTE * (1 + state.jitter);
  return state.ranAt === null || now - state.ranAt >= quiet ? 'quiet' : null;
};

/** Never asks for a run while one goes on: a change that comes then waits for its end, since the run may have looked before it. */
export const nextAction = (before: ScheduleState, event: ScheduleEvent, situation: ScheduleSituation): NextAction => {
  const { now } = situation;
  if (event.kind === 'ran') {
    return { state: { ...before, ranAt: now, jitter: (event.chance * 2 - 1) * JITTER }, run: null };
  }
  if (event.kind === 'change') return { state: withChange(before, event.change, situation), run: null };
  const slept = before.lookedAt !== null && now - before.lookedAt > SLEPT;
  const looked = { ...before, lookedAt: now };
  const state = slept ? withChange(looked, 'wake', situation) : looked;
  const wasPaused = situation.paused;
  const waits = wasPaused ? { ...state, due: null, wasPaused } : state;
  if (situation.running) return { state: waits, run: null };
  const run = reasonNow(waits, situation);
  if (run === null) return { state: { ...waits, wasPaused }, run };
  const preparedFor = run === 'meeting' || run === 'reminder' ? (situation.meeting?.id ?? null) : state.preparedFor;
  // The run that begins now answers every change before it.
  return { state: { ...state, due: null, wasPaused, preparedFor }, run };
};
