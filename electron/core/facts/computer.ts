/** Owns the facts about the computer itself: what it is, how its drives and its battery are, and what a call would run short of or be disturbed by. */
import type { IsoTime } from '../text/time.ts';

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
  /** What of the memory had to be moved to the disk; absent where the system does not tell. */
  readonly swappedBytes?: number;
  /** Programs that use the most, greatest first, each as a share of all processors (0 to 100); empty when not seen. */
  readonly busiest: readonly { readonly name: string; readonly percent: number }[];
}

export interface FocusMode {
  /** Notifications are held back now. */
  readonly on: boolean;
  /** The desktop would hold them back while a screen is shared, and that is switched off; absent where it is not told. */
  readonly shownWhileSharing?: true;
}

/** What computer this is. Null, and 0 for a number, where nothing says so. */
export interface Computer {
  readonly maker: string | null;
  readonly model: string | null;
  readonly form: 'portable' | 'stationary' | null;
  /** It runs inside another computer: by what, "KVM", or "" where that is not told. */
  readonly virtualMachine: string | null;
  /** The person works on it from another computer. */
  readonly remoteSession: boolean;
  readonly processor: string | null;
  /** Physical cores. */
  readonly cores: number;
  readonly memoryBytes: number;
  /** What the battery still holds of what it held when it was new, 0 to 100; null without a battery or where it is not told. */
  readonly batteryHealthPercent: number | null;
}

export const heatLevels = ['nominal', 'fair', 'serious', 'critical'] as const;

/** The system slows down what runs, so as not to be harmed. */
export const isHot = (heat: Throttling['heat']): boolean => heat === 'serious' || heat === 'critical';

/** How far the system slows the computer down to protect it: told to a window only. */
export interface Throttling {
  /** Null where it is not told. */
  readonly heat: (typeof heatLevels)[number] | null;
  /** The share of its speed that the processor may use, 0 to 100; null while nothing was told. */
  readonly speedPercent: number | null;
}

/** How the clock is kept right. */
export interface Clock {
  /** The system sets it by a server, or by its host; null where that is not told. */
  readonly isSetByItself: boolean | null;
  /** When that was last done; null where it is not told. */
  readonly setAt: IsoTime | null;
}

/** Drives, with what the system tells of their health: nothing of some. */
export interface DriveHealth {
  readonly drives: readonly { readonly name: string; readonly state: 'healthy' | 'failing' | 'silent' }[];
}
