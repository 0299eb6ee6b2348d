/** Owns the facts about camera and microphone: who holds them, and who may. */

export interface DeviceUse {
  /** Programs that hold the device now; null for one whose name cannot be seen. Greenroom itself is left out. */
  readonly users: readonly (string | null)[];
  /** Every program on this computer could be looked at. */
  readonly complete: boolean;
}

export type Grant = 'allowed' | 'denied' | 'not-asked';

export interface MediaPermissions {
  /** The switch over all desktop programs; null when there is none or it cannot be seen. */
  readonly camera: Grant | null;
  readonly microphone: Grant | null;
  /** Devices that only desktop programs are kept from: Windows has a switch of its own for them, and apps of its Store go on. */
  readonly desktopOnly?: readonly ('camera' | 'microphone')[];
  readonly apps: readonly {
    readonly product: string;
    readonly camera: Grant | null;
    readonly microphone: Grant | null;
    readonly screen: Grant | null;
  }[];
}
