/** Owns what can be seen of backups before judging it: File History, Windows Backup, OneDrive, backup programs, drives. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { type SoftwareList, softwareList } from '../apps/software-list.ts';
import { section, text } from '../section.ts';
import { type FileHistory, fileHistory } from './file-history.ts';
import { type VeeamJobs, veeamJobs } from './veeam.ts';
import { attachedVolumes, type Volumes } from './volumes.ts';

const words = messages('windows-backup', {
  part: 'Windows doesn’t show this account everything about how backups are set up.',
  hidden: 'Windows shows only administrators whether Backup and Restore is set up.',
});

const schema = v.object({
  fileHistory: v.nullish(v.object({ ProtectedUpToTime: text }), null),
  historyService: text,
  historyPolicy: text,
  windowsBackup: v.nullish(
    v.object({ PresentableName: text, Label: text, UniqueName: text, closed: v.optional(v.boolean(), false) }),
    null,
  ),
  windowsStatus: v.nullish(v.object({ LastSuccess: text, LastResultTime: text }), null),
  oneDrive: v.array(v.object({ account: text, folders: text })),
  /** Places that are closed to this account. */
  unread: v.optional(v.number(), 0),
});
export type RegistrySettings = v.InferOutput<typeof schema>;

export interface BackupSettings {
  /** Undefined when the registry could not be asked. */
  readonly registry: RegistrySettings | undefined;
  /** Undefined when it was never set up, or could not be read. */
  readonly history: FileHistory | undefined;
  /** An administrator has forbidden it, or its service is disabled: then it does nothing, whatever its settings say. */
  readonly historyOff: boolean;
  /** What the log of Veeam Agent tells; undefined when there is none. */
  readonly veeam: VeeamJobs | undefined;
  readonly volumes: Volumes | undefined;
  /** Backup programs that are installed. They keep what they copy, where to and when to themselves. */
  readonly programs: readonly string[];
  readonly gaps: readonly Message[];
}

/** `Start` of a service that never starts. */
const DISABLED = '4';

const programs = [
  { name: 'Veeam Agent', entry: 'veeam agent for microsoft windows' },
  { name: 'Macrium Reflect', entry: 'macrium reflect' },
  { name: 'Acronis', entry: 'acronis true image' },
  { name: 'Acronis', entry: 'acronis cyber protect' },
  { name: 'Backblaze', entry: 'backblaze' },
  { name: 'EaseUS Todo Backup', entry: 'easeus todo backup' },
  { name: 'AOMEI Backupper', entry: 'aomei backupper' },
  { name: 'Duplicati', entry: 'duplicati' },
  { name: 'CrashPlan', entry: 'crashplan' },
  { name: 'IDrive', entry: 'idrive' },
] as const;

const entryOf = (name: string): (typeof programs)[number] | undefined =>
  programs.find(({ entry }) => name.toLowerCase().startsWith(entry));

/** Whether a program of this name, as Windows lists it, is one that makes backups. */
export const isBackupProgram = (name: string): boolean => entryOf(name) !== undefined;

const installed = (list: SoftwareList | undefined): readonly string[] => [
  ...new Set((list?.entries ?? []).map(({ name }) => entryOf(name)?.name).filter((name) => name !== undefined)),
];

/** Each place on its own: what one does not tell is a gap. Throws when no place told of a backup or of none. */
export const backupSettings = async (machine: Machine): Promise<BackupSettings> => {
  const problems: FactUnavailable[] = [];
  const orGap = async <T>(work: Promise<T>): Promise<T | undefined> => {
    const answer = await attempt(work);
    if (!(answer instanceof FactUnavailable)) return answer;
    problems.push(answer);
    return undefined;
  };
  const [registry, history, list, veeam] = await Promise.all([
    orGap(section(machine, 'backup', schema)),
    orGap(fileHistory(machine)),
    orGap(softwareList(machine)),
    orGap(veeamJobs(machine)),
  ]);
  const [first] = problems;
  if (registry === undefined && history === undefined && first !== undefined) throw first;
  const gaps = problems.map((problem) => problem.reason);
  // Where drives cannot be seen, only whether one is attached stays open: that is no place a backup could hide in.
  const volumes = await orGap(attachedVolumes(machine));
  const historyOff = registry?.historyService === DISABLED || registry?.historyPolicy === '1';
  if (registry !== undefined && registry.unread > 0) gaps.push(words.part);
  if (registry?.windowsBackup?.closed === true) gaps.push(words.hidden);
  return { registry, history, historyOff, veeam, volumes, programs: installed(list), gaps };
};
