/** Owns how the start at login stands, as the system itself tells it. */

import { type Message, messages } from '../messages/messages.ts';

export interface LoginState {
  /** `blocked`: it is set up, and the system or the person has switched it off elsewhere. `unavailable`: it cannot be set up here. */
  readonly state: 'on' | 'off' | 'blocked' | 'unavailable';
  /** What a person should know about that; null when the state says it all. */
  readonly sentence: string | null;
}

export const loginWords: Readonly<Record<LoginState['state'], Message>> = messages('login', {
  on: 'Greenroom starts when you log in.',
  off: 'Greenroom doesn’t start when you log in.',
  blocked: 'Your system doesn’t start Greenroom when you log in.',
  unavailable: 'Greenroom can’t start at login here.',
});
