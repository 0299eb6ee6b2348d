/** Owns which backups run right now on Linux, by the programs that run and what they were told to do. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { BackupActivity, RunningBackup } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { runningPrograms } from '../running.ts';
import { isInterpreter } from './command-line.ts';
import { dataFolder } from './found.ts';
import { backupOf, commandWords, isBackupProgram } from './tool-commands.ts';

const words = messages('linux-backup-activity', {
  hidden: 'This system hides what other accounts run, so a backup may be running unseen.',
});

const MOST_ASKED = 64;

/** Back In Time notes how far rsync has come. */
const percentOf = async (machine: Machine, tool: string): Promise<number | null> => {
  if (tool !== 'back-in-time') return null;
  const text = await optional(
    machine.readText(`${dataFolder(machine)}/backintime/worker.progress`, { maxBytes: 4_096 }),
  );
  const percent = Number(/^percent=(\d{1,3})$/m.exec(text ?? '')?.[1]);
  return percent >= 0 && percent <= 100 ? percent : null;
};

export const backupActivity = reader<BackupActivity>(5_000, async (machine) => {
  const { running, complete } = await runningPrograms(machine);
  // An interpreter may run a backup under its own name. Those come last, where there are very many.
  const asked = [
    ...running.filter(({ name }) => isBackupProgram(name)),
    ...running.filter(({ name }) => isInterpreter(name)),
  ];
  const found = await Promise.all(
    asked.slice(0, MOST_ASKED).map(async ({ pid }): Promise<readonly RunningBackup[]> => {
      const line = (await optional(machine.readText(`/proc/${pid}/cmdline`, { maxBytes: 65_536 }))) ?? '';
      const maker = backupOf(commandWords(line));
      if (maker === undefined) return [];
      const { tool, name } = maker;
      return [{ tool, name, percent: await percentOf(machine, tool) }];
    }),
  );
  const byTool = new Map(found.flat().map((one) => [one.tool, one]));
  if (byTool.size === 0 && !complete) throw new FactUnavailable('denied', words.hidden);
  return known({ running: [...byTool.values()], gaps: [] }, 'the programs that run');
});
