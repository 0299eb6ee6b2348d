/** Owns what the window itself sees of devices: which kinds there are, the second witness beside the system's list, and the microphone that was tried. */

export const deviceKinds = ['camera', 'microphone', 'loudspeaker'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Whether at least one of each kind is there; none was opened for it. No window has looked where a terminal asks. */
export type SeenDevices = Readonly<Record<DeviceKind, boolean>> | 'not-looked';

/** The microphone that the person spoke into, by the names that the window knows. */
export interface TriedMicrophone {
  readonly label: string;
  /** Which one the system gives by itself; null where the window is not told. */
  readonly choice: string | null;
}
