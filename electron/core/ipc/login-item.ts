/** Owns how the start at login stands, as the system itself tells it. */

export interface LoginState {
  /** `blocked`: it is set up, and the system or the person has switched it off elsewhere. `unavailable`: it cannot be set up here. */
  readonly state: 'on' | 'off' | 'blocked' | 'unavailable';
  /** What a person should know about that; null when the state says it all. */
  readonly sentence: string | null;
}

export const loginWords: Readonly<Record<LoginState['state'], string>> = {
  on: 'The system will start Greenroom when you log in.',
  off: 'The system will not start Greenroom when you log in.',
  blocked: 'The system will not start Greenroom when you log in.',
  unavailable: 'Greenroom cannot start at login here.',
};
