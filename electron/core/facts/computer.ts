/** Owns the facts about what a call would run short of or be disturbed by: power, room, load, notifications. */

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
