/** Owns the programs of the terminal that run only while a backup does, on every system. */

export interface BackupEngine {
  /** Name of its process in small letters, without an ending. */
  readonly process: string;
  /** As `id` of a `BackupTool`. */
  readonly tool: string;
  readonly name: string;
}

export const terminalEngines: readonly BackupEngine[] = [
  { process: 'restic', tool: 'restic', name: 'restic' },
  { process: 'borg', tool: 'borg', name: 'Borg' },
];
