/** Owns the facts about protection, devices and resources: who may come in, who watches, what a call would run short of. */
import type { IsoTime } from '../text/time.ts';

export interface RestartPending {
  readonly pending: boolean;
  /** What waits for the restart: "a new kernel", "Windows updates". */
  readonly reasons: readonly string[];
  /** When the system will restart by itself, where it says so. */
  readonly forcedAt?: IsoTime;
  /** Local hours in which the system promises not to restart by itself (Windows): from, to. */
  readonly activeHours?: {
    readonly from: number;
    readonly to: number;
    /** Minutes by which the local time is ahead of UTC now; without it the hours cannot be placed. */
    readonly utcOffsetMinutes?: number;
  };
}

export interface AutoUpdates {
  /** `asks`: it looks by itself and leaves the installation to the person. */
  readonly state: 'on' | 'asks' | 'off' | 'paused';
  readonly pausedUntil?: IsoTime;
}

export interface Firewall {
  readonly on: boolean;
  /** "Windows Firewall", "ufw", "firewalld". */
  readonly name: string;
  /** Windows profiles that are off: "public". */
  readonly off: readonly string[];
}

export interface DiskEncryption {
  /** Of the system volume and of no other. `suspended`: encrypted, with the key lying open. */
  readonly state: 'on' | 'off' | 'suspended' | 'encrypting' | 'decrypting';
  readonly volume: string;
}

export interface Antivirus {
  /** Whether one is expected on this system at all. */
  readonly expected: boolean;
  readonly products: readonly {
    readonly name: string;
    readonly on: boolean;
    /** Signatures up to date; null when that cannot be seen. */
    readonly fresh: boolean | null;
  }[];
}

export interface ScreenLock {
  readonly locks: boolean;
  /** Seconds without input until the screen goes dark or the saver starts; null when never or not seen. */
  readonly idleSeconds: number | null;
  /** Seconds from then until it asks for the password; null when not seen. */
  readonly delaySeconds: number | null;
}

export interface RemoteLogin {
  /** Services that accept connections from other computers now. */
  readonly services: readonly {
    readonly name: 'SSH' | 'Remote Desktop' | 'VNC' | 'Screen Sharing' | 'Remote Management';
    readonly port?: number;
  }[];
  /** This very session is used from afar. */
  readonly sessionIsRemote: boolean;
}

export interface RemoteControl {
  /** Programs for remote control that run now, by the names people know. */
  readonly programs: readonly string[];
}

export interface Network {
  /** Null when the computer is not on Wi-Fi. */
  readonly wifi: {
    readonly name: string | null;
    readonly security: 'open' | 'wep' | 'protected';
  } | null;
  /** A VPN carries the traffic; null when that cannot be seen. */
  readonly vpn: boolean | null;
}

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
  readonly apps: readonly {
    readonly product: string;
    readonly camera: Grant | null;
    readonly microphone: Grant | null;
    readonly screen: Grant | null;
  }[];
}

export interface Power {
  /** Null on a computer without a battery. */
  readonly battery: {
    readonly percent: number;
    readonly onMains: boolean;
    /** The system's own estimate. */
    readonly minutesLeft: number | null;
  } | null;
  /** Minutes without input until the computer sleeps, as it is powered now; null when never or not seen. */
  readonly sleepAfterMinutes: number | null;
}

export interface DiskSpace {
  readonly volume: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface Load {
  /** Share of all processors in use, 0 to 100, over a short moment. */
  readonly processorPercent: number;
  /** Share of memory in use that cannot be freed at once, 0 to 100. */
  readonly memoryPercent: number;
  /** Programs that use the most, greatest first, each as a share of all processors (0 to 100); empty when not seen. */
  readonly busiest: readonly { readonly name: string; readonly percent: number }[];
}

export interface FocusMode {
  /** Notifications are held back now. */
  readonly on: boolean;
}
