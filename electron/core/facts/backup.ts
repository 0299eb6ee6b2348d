/** Owns the facts about backups: what is set up, which drives are attached, when a backup last finished, what runs now. */
import type { Message } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';

export interface BackupTool {
  /** "time-machine", "file-history", "deja-dup", "borg" … */
  readonly id: string;
  readonly name: string;
  /**
   * A copy of files elsewhere (`backup`), the same files elsewhere (`sync`), old states on the same disk (`snapshots`), or
   * copies of the system without the person's files (`system`).
   */
  readonly kind: 'backup' | 'sync' | 'snapshots' | 'system';
  /** It runs by itself; null when that cannot be seen. */
  readonly automatic: boolean | null;
  readonly destinations: readonly BackupDestination[];
}

export interface BackupDestination {
  readonly name: string;
  /** A drive that may be unplugged, another computer, a service on the internet, a folder of this computer. */
  readonly kind: 'drive' | 'network' | 'cloud' | 'folder' | 'unknown';
  /** Mounted or reachable now; null when that cannot be seen. */
  readonly attached: boolean | null;
  /** The tool encrypts what it puts there, or does not; absent when that cannot be seen. */
  readonly encrypted?: boolean;
  /** Room left; absent when that cannot be seen, as while it is away. */
  readonly freeBytes?: number;
  /** As `id` of an `ExternalDrive`. */
  readonly volumeId?: string;
}

export interface BackupTools {
  readonly tools: readonly BackupTool[];
  readonly gaps: readonly Message[];
}

export interface BackupSet {
  /** The tool that wrote it: "restic", "borg", "time-machine". */
  readonly tool: string;
  readonly name: string;
  /** The newest finished set; absent when its time cannot be read. */
  readonly newest?: IsoTime;
  /** Encrypted by the tool itself; absent when that cannot be seen. */
  readonly encrypted?: boolean;
  /** It holds the system alone, not the person's own files. */
  readonly holds?: 'system';
}

export interface ExternalDrive {
  /** Identity of the volume that stays the same wherever it is attached: file-system UUID, volume GUID; empty when it has none. */
  readonly id: string;
  /** The file system inside an encrypted volume, where that has an identity of its own. */
  readonly innerId?: string;
  /** The label people gave it, else its size and make. */
  readonly label: string;
  readonly bus: 'usb' | 'thunderbolt' | 'sd' | 'esata' | 'firewire' | 'other';
  readonly fileSystem: string | null;
  /** Empty when the volume is attached but not mounted. */
  readonly mountPoints: readonly string[];
  readonly sizeBytes: number | null;
  /** Room for this account; null when that cannot be seen, as while it is not mounted. */
  readonly freeBytes: number | null;
  /** Nothing can be written to it now; null when that cannot be seen. */
  readonly readOnly: boolean | null;
  /** The whole volume is encrypted; null when that cannot be seen. */
  readonly encrypted: boolean | null;
  readonly sets: readonly BackupSet[];
  /** Why the drive could not be searched for backup sets; absent when it was. */
  readonly gap?: Message;
}

export interface ExternalDrives {
  readonly drives: readonly ExternalDrive[];
}

export interface BackupRun {
  readonly tool: string;
  readonly name: string;
  /** The end of the last backup that succeeded, or `never` when the tool says so. */
  readonly at: IsoTime | 'never';
  /** What proves it: a file, a setting, a set's name. */
  readonly evidence: string;
  /** Where that backup went, by `name` and `volumeId` of a `BackupDestination`; absent when the tool does not tell. */
  readonly destination?: { readonly name: string; readonly volumeId?: string };
  /** A later attempt failed, where the tool says so. */
  readonly lastAttemptFailed?: boolean;
}

export interface BackupRuns {
  readonly runs: readonly BackupRun[];
  readonly gaps: readonly Message[];
}

export interface RunningBackup {
  /** As `id` of a `BackupTool`. */
  readonly tool: string;
  readonly name: string;
  /** How much is done, 0 to 100; null when the tool does not tell. */
  readonly percent: number | null;
}

/** What copies right now. */
export interface BackupActivity {
  readonly running: readonly RunningBackup[];
  /** Tools that may be running unseen: each is a sentence. */
  readonly gaps: readonly Message[];
}
