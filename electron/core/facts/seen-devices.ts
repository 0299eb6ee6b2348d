/** Owns which kinds of device the window itself sees: the second witness beside the system's list. */

export const deviceKinds = ['camera', 'microphone', 'loudspeaker'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Whether at least one of each kind is there; none was opened for it. No window has looked where a terminal asks. */
export type SeenDevices = Readonly<Record<DeviceKind, boolean>> | 'not-looked';
