/** Owns the facts about the system itself: which it is, its updates, and whether a restart waits. */
import type { IsoDate, IsoTime } from '../text/time.ts';

export interface OperatingSystem {
  /** As people say it: "Debian GNU/Linux 12 (bookworm)", "Windows 11 24H2", "macOS 26.1". */
  readonly name: string;
  /** Distribution (`ID` of os-release: "debian"); "macos"; "windows" or "windows-server". */
  readonly id: string;
  /** `ID_LIKE` of os-release, nearest relative first. */
  readonly like: readonly string[];
  /** "12", "26.1", "10.0.26100.4061"; empty on rolling distributions that state none. */
  readonly version: string;
  /** Linux: names of releases, of this one and of those it is made of ("noble" of Linux Mint 22). */
  readonly codenames?: { readonly own?: string; readonly ubuntu?: string; readonly debian?: string };
  /** Windows edition as the registry names it: "Professional", "Core", "EnterpriseS". */
  readonly edition?: string;
  /** Released continuously, without an end of support. */
  readonly rolling: boolean;
  /** The last day of support, where the system itself states it. */
  readonly supportEnds?: IsoDate;
  /** Takes longer support: Windows 10’s Extended Security Updates, Ubuntu’s extended maintenance; absent when this cannot be seen. */
  readonly extendedUpdates?: boolean;
}

export interface PendingUpdate {
  readonly name: string;
  readonly version?: string;
  /**
   * Fixes a security fault, by the update's own class, never by its title in some language; null where its source does not
   * class what it offers, so that it may be one.
   */
  readonly security: boolean | null;
  /** Since when it is offered, where the system says so. */
  readonly since?: IsoTime;
  /** When the version it replaces was installed, where the system says so. */
  readonly replacesOf?: IsoTime;
  /** Kept from this computer: by its maker until its turn comes, or by whoever looks after the computer. */
  readonly keptBack?: 'phased' | 'held';
}

export interface PendingUpdates {
  readonly updates: readonly PendingUpdate[];
  /** The day of the running image, on systems that are replaced as a whole and keep no list of what came out since. */
  readonly imageOf?: IsoTime;
}

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
  /** It is turned on and passes over every source of this system, so that it installs nothing. */
  readonly takesNothing?: true;
}
