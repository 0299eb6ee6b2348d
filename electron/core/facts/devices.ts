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

/** A camera, microphone or loudspeaker that programs can use now, as the system itself lists it. */
export interface ListedDevice {
  readonly name: string;
  /** A program stands behind it, not a piece of hardware. */
  readonly isVirtual: boolean;
}

export interface Cameras {
  readonly cameras: readonly ListedDevice[];
  /** False where a camera may be there that the list does not hold. */
  readonly complete: boolean;
}

/** All microphones, or all loudspeakers. */
export interface SoundDevices {
  readonly devices: readonly ListedDevice[];
  /** False where a device may be there that the list does not hold. */
  readonly complete: boolean;
  /** Hardware of this kind is built in or plugged in, and the system gives this account none of it. */
  readonly isWithheld: boolean;
  /** The one that programs get when they ask for none; null where it is not told. */
  readonly inUse: string | null;
  /** The one that the person chose and that is not connected, "" where its name is not told; null where none is missing, or it is not told. */
  readonly missing: string | null;
  /** Of the one in use; null where it is not told. */
  readonly isMuted: boolean | null;
  /** Of the one in use, 0 to 100; null where it is not told. */
  readonly volumePercent: number | null;
}

export interface Sound {
  readonly microphones: SoundDevices;
  readonly loudspeakers: SoundDevices;
}

/** Bluetooth headsets and headphones that are connected now. */
export interface Headsets {
  readonly headsets: readonly {
    readonly name: string;
    /** Of the part that is emptiest; null where it does not tell. */
    readonly batteryPercent: number | null;
    /** It has a microphone and offers the computer a way to use it; null where that is not told. */
    readonly canCall: boolean | null;
  }[];
}
