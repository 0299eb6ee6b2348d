/** Owns whether a fix may be done now: what the organisation has taken away, where the person sits, and a call that goes on. */
import type { FactKey } from '../facts/index.ts';
import { type Message, messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import { instant } from '../messages/value.ts';
import type { PolicyValues } from '../policy/policy.ts';
import type { fixSettings } from '../settings/fixes.ts';
import type { IsoTime } from '../text/time.ts';
import { type Fix, factOf, type SeenFacts } from './fix.ts';

const words = messages('fix-gate', {
  off: 'Your organisation has turned fixes off.',
  without: 'Your organisation has taken this fix away.',
  remote: 'You’re using this computer from another one. Do this at the computer itself.',
  inUse: 'Your camera or microphone is in use by {programs}. Do this when the call is over.',
  inUseUnnamed: 'Something is using your camera or microphone. Do this when the call is over.',
  soon: 'Your call is too near for this. Do it after {end}.',
  inUseUnknown: 'Whether a program is using your camera or microphone can’t be seen now, so nothing is changed.',
});

/** Facts that its gate looks at. */
export const gateFacts = ({ gate }: Pick<Fix, 'gate'>): readonly FactKey[] =>
  gate === 'any' ? ['computer'] : ['computer', 'cameraUse', 'microphoneUse'];

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

/** Why it may not be done now; undefined when it may. What the system forbids besides, it says itself. */
export const obstacleTo = (
  { gate }: Pick<Fix, 'gate'>,
  facts: SeenFacts,
  call: Call | null,
  now: IsoTime,
): Message | undefined => {
  if (factOf({ facts }, 'computer')?.remoteSession === true) return words.remote;
  if (gate === 'any') return undefined;
  if (gate === 'ahead' && call !== null && isNear(call, now)) return words.soon({ end: instant(call.endsAt, 'clock') });
  // Who uses the camera some systems tell nobody; what a fix of this kind could disturb is the microphone.
  const isHidden = facts.cameraUse?.state === 'unknown' && facts.cameraUse.cause === 'not-revealed';
  const uses = [...(isHidden ? [] : [factOf({ facts }, 'cameraUse')]), factOf({ facts }, 'microphoneUse')];
  const users = uses.flatMap((use) => use?.users ?? []);
  const named = [...new Set(users.flatMap((user) => user ?? []))];
  if (named.length > 0) return words.inUse({ programs: names(named) });
  if (users.length > 0) return words.inUseUnnamed;
  // Nobody seen is nobody there only where every program could be looked at.
  return uses.every((use) => use?.complete === true) ? undefined : words.inUseUnknown;
};
