/** Owns which backups run right now on Linux, by the programs that run and what they were told to do. */
import { CannotTell, known } from '../../../core/fact.ts';
import type { BackupActivity, RunningBackup } from '../../../core/facts.ts';
import type { Machine } from '../../machine.ts';
import { orNothing } from '../../or-nothing.ts';
import { reader } from '../../reader.ts';
import { runningPrograms } from '../running.ts';
import { dataFolder } from './found.ts';

/** Program → the words with which it makes a backup; null: it does nothing else. */
const makers: Readonly<
  Record<string, { readonly tool: string; readonly name: string; readonly verbs: readonly string[] | null }>
> = {
  borg: { tool: 'borg', name: 'Borg', verbs: ['create', 'prune', 'compact'] },
  borgmatic: { tool: 'borgmatic', name: 'borgmatic', verbs: null },
  restic: { tool: 'restic', name: 'restic', verbs: ['backup', 'prune', 'forget'] },
  duplicity: { tool: 'duplicity', name: 'duplicity', verbs: ['full', 'incr', 'incremental', 'backup'] },
  'rdiff-backup': { tool: 'rdiff-backup', name: 'rdiff-backup', verbs: null },
  rsnapshot: { tool: 'rsnapshot', name: 'rsnapshot', verbs: null },
  backintime: { tool: 'back-in-time', name: 'Back In Time', verbs: ['backup', 'backup-job', '-b'] },
  kopia: { tool: 'kopia', name: 'Kopia', verbs: ['create'] },
  timeshift: { tool: 'timeshift', name: 'Timeshift', verbs: ['--create', '--check'] },
};

/** Every word with which some program makes a backup: nothing else of a command line is kept in a recording. */
export const backupVerbs: ReadonlySet<string> = new Set(Object.values(makers).flatMap(({ verbs }) => verbs ?? []));

export const isBackupProgram = (name: string): boolean => Object.hasOwn(makers, name);

/** Back In Time notes how far rsync has come. */
const percentOf = async (machine: Machine, tool: string): Promise<number | null> => {
  if (tool !== 'back-in-time') return null;
  const text = await orNothing(
    machine.readText(`${dataFolder(machine)}/backintime/worker.progress`, { maxBytes: 4_096 }),
  );
  const percent = Number(/^percent=(\d{1,3})$/m.exec(text ?? '')?.[1]);
  return percent >= 0 && percent <= 100 ? percent : null;
};

export const backupActivity = reader<BackupActivity>(5_000, async (machine) => {
  const { running, complete } = await runningPrograms(machine);
  const candidates = running.filter(({ name }) => isBackupProgram(name));
  const found = await Promise.all(
    candidates.slice(0, 16).map(async ({ name, pid }): Promise<readonly RunningBackup[]> => {
      const maker = makers[name];
      if (maker === undefined) return [];
      const { tool, verbs } = maker;
      if (verbs !== null) {
        // The same programs also list, mount and serve: only the word tells.
        const line = (await orNothing(machine.readText(`/proc/${pid}/cmdline`, { maxBytes: 65_536 }))) ?? '';
        if (!line.split('\0').some((word) => verbs.includes(word))) return [];
      }
      return [{ tool, name: maker.name, percent: await percentOf(machine, tool) }];
    }),
  );
  const byTool = new Map(found.flat().map((one) => [one.tool, one]));
  if (byTool.size === 0 && !complete)
    throw new CannotTell('denied', 'This system hides what other accounts run, so a backup may be running unseen.');
  return known({ running: [...byTool.values()], gaps: [] }, 'the programs that run');
});
