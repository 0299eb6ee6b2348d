/** Owns what looking for one backup tool may come to. A tool whose settings cannot be read is a gap, never silence. */

import type { BackupDestination, BackupRun, BackupTool } from '../../../core/facts/index.ts';
import type { Message } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Places } from './places.ts';

export interface Found {
  readonly tool?: BackupTool;
  readonly runs?: readonly BackupRun[];
  /** Why it is not known whether, or when, something was backed up. */
  readonly gap?: Message;
  readonly source: string;
}

/** Looks for one tool; empty when it is not set up here. */
export type Look = (machine: Machine, places: Places) => Promise<readonly Found[]>;

export const configFolder = (machine: Machine): string =>
  machine.variable('XDG_CONFIG_HOME') ?? `${machine.host.home}/.config`;
export const dataFolder = (machine: Machine): string =>
  machine.variable('XDG_DATA_HOME') ?? `${machine.host.home}/.local/share`;
export const cacheFolder = (machine: Machine): string =>
  machine.variable('XDG_CACHE_HOME') ?? `${machine.host.home}/.cache`;

/** Where a program from Flatpak keeps what others keep in `~/.config`, `~/.cache` and so on. */
export const flatpakFolder = (machine: Machine, app: string): string => `${machine.host.home}/.var/app/${app}`;

/** As a run names the place it went to. */
export const placeOf = ({ name, volumeId }: BackupDestination): { name: string; volumeId?: string } => ({
  name,
  ...(volumeId === undefined ? {} : { volumeId }),
});
