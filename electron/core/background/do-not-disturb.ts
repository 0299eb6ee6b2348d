/** Owns the rule that a call is never interrupted: whether a person may be told something now. */
import { programKey } from '../checks/call/device-use.ts';
import type { Fact } from '../facts/fact.ts';
import type { DeviceUse, FocusMode } from '../facts/index.ts';

/** What is read, only when there is something to tell. */
export const interruptionFacts = ['cameraUse', 'microphoneUse', 'focusMode'] as const;

export interface InterruptionFacts {
  readonly cameraUse: Fact<DeviceUse>;
  readonly microphoneUse: Fact<DeviceUse>;
  readonly focusMode: Fact<FocusMode>;
}

/** Programs that may hold a device at any time, as the policy of its check names them: a virtual camera is no call. */
export interface AllowedPrograms {
  readonly camera: readonly string[];
  readonly microphone: readonly string[];
}

const inUse = (fact: Fact<DeviceUse>, allowed: readonly string[]): boolean => {
  if (fact.state === 'unknown') return false;
  const names = allowed.map(programKey);
  return fact.value.users.some((user) => user === null || !names.includes(programKey(user)));
};

/**
 * Silent while a program other than Greenroom uses the camera or the microphone, or notifications are held back. Silent
 * too when nothing at all is known of the microphone: every call holds it, so without it a call could not be told from
 * none. A list of users that may be incomplete counts for what it shows: no ordinary account sees all programs, and the
 * microphone's users are those that systems show best. Whether notifications are held back macOS and Windows keep to
 * themselves, and then hold ours back as well.
 */
export const mayInterrupt = (facts: InterruptionFacts, allowed: AllowedPrograms): boolean =>
  facts.microphoneUse.state === 'known' &&
  !inUse(facts.microphoneUse, allowed.microphone) &&
  !inUse(facts.cameraUse, allowed.camera) &&
  !(facts.focusMode.state === 'known' && facts.focusMode.value.on);
