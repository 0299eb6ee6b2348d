/** Owns whether a fix may be done now: what the organisation has taken away, where the person sits, and a call that goes on. */
import type { FactKey } from '../facts/index.ts';
import { type Message, messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import { instant } from '../messages/value.ts';
import type { PolicyValues } from '../policy/policy.ts';
import type { fixSettings } from '../settings/fixes.ts';
import type { IsoTime } from '../text/time.ts';
import { type Fix, factOf, type Gate, type SeenFacts } from './fix.ts';

const words = messages('fix-gate', {
  off: 'Your organisation has turned fixes off.',
  without: 'Your organisation has taken this fix away.',
  remote: 'You’re using this computer from another one. Do this at the computer itself.',
  behind: 'Another account is in front on this computer. Do this when yours is.',
  inUse: 'Your camera or microphone is in use by {programs}. Do this when the call is over.',
  inUseUnnamed: 'Something is using your camera or microphone. Do this when the call is over.',
  soon: 'Your call is too near for this. Do it after {end}.',
  inUseUnknown: 'Whether a program is using your camera or microphone can’t be seen now, so nothing is changed.',
});

/** Facts that a gate looks at. */
export const gateFacts = (gate: Gate): readonly FactKey[] => (gate === 'any' ? [] : ['cameraUse', 'microphoneUse']);

/** Where the person sits: at the computer's own screen, at another computer, or behind another account's desktop. */
export type Seat = 'here' | 'remote' | 'behind';

/** The next call, or the one that goes on. */
export interface Call {
  readonly startsAt: IsoTime;
  readonly endsAt: IsoTime;
}

/** What takes minutes needs them before the call. */
const AHEAD_MS = 30 * 60_000;

const isNear = ({ startsAt, endsAt }: Call, now: IsoTime): boolean =>
  Date.parse(startsAt) - Date.parse(now) < AHEAD_MS && Date.parse(endsAt) > Date.parse(now);

export type FixPolicy = PolicyValues<typeof fixSettings.policy>;

/** Taken away by the organisation: then nothing is read for it either. */
export const takenAway = ({ id }: Pick<Fix, 'id'>, policy: FixPolicy): Message | undefined => {
  if (!policy.allowed) return words.off;
  return policy.without.includes(id) ? words.without : undefined;
};

const awayFrom = (seat: Seat): Message | undefined => (seat === 'here' ? undefined : words[seat]);

/** Who uses camera or microphone; undefined where nobody does, as far as every program could be looked at. */
const deviceUse = (facts: SeenFacts): { readonly isSeen: boolean; readonly why: Message } | undefined => {
  // Who uses the camera some systems tell nobody; what a fix of this kind could disturb is the microphone.
  const isHidden = facts.cameraUse?.state === 'unknown' && facts.cameraUse.cause === 'not-revealed';
  const uses = [...(isHidden ? [] : [factOf({ facts }, 'cameraUse')]), factOf({ facts }, 'microphoneUse')];
  const users = uses.flatMap((use) => use?.users ?? []);
  const named = [...new Set(users.flatMap((user) => user ?? []))];
  if (named.length > 0) return { isSeen: true, why: words.inUse({ programs: names(named) }) };
  if (users.length > 0) return { isSeen: true, why: words.inUseUnnamed };
  return uses.every((use) => use?.complete === true) ? undefined : { isSeen: false, why: words.inUseUnknown };
};

/** What a gate is judged by. */
export interface AtGate {
  readonly facts: SeenFacts;
  readonly seat: Seat;
}

/** Why it may not be done now; undefined when it may. What the system forbids besides, it says itself. */
export const obstacleTo = (
  { gate }: Pick<Fix, 'gate'>,
  { facts, seat }: AtGate,
  call: Call | null,
  now: IsoTime,
): Message | undefined => {
  const away = awayFrom(seat);
  if (away !== undefined || gate === 'any') return away;
  if (gate === 'ahead' && call !== null && isNear(call, now)) return words.soon({ end: instant(call.endsAt, 'clock') });
  return deviceUse(facts)?.why;
};

/** When it may be undone by a click. What ends with the call by itself may be ended at any time and from anywhere. */
export const undoGate = ({
  undoneWhile,
  gate,
  lasts,
}: Pick<Fix, 'undoneWhile' | 'gate' | 'lasts'>): Gate | undefined =>
  lasts === 'call' ? undefined : (undoneWhile ?? gate);

/** Why it may not be undone now. What cannot be seen closes no way back. */
export const obstacleToUndo = (gate: Gate, { facts, seat }: AtGate): Message | undefined => {
  const use = gate === 'any' ? undefined : deviceUse(facts);
  return awayFrom(seat) ?? (use?.isSeen === true ? use.why : undefined);
};
