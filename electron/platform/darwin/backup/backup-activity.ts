/** Owns which backups run right now on macOS. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { BackupActivity, RunningBackup } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import { terminalEngines } from '../../backup-sets/running-programs.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { programName, runningPrograms } from '../processes.ts';
import { installedBackupApps } from './backup-apps.ts';
import { timeMachineDestinations, timeMachineStatus } from './time-machine.ts';

const engineAt = (path: string) => terminalEngines.find(({ process }) => process === programName(path).toLowerCase());

/** Whether a path is that of a program which runs only while a backup does. */
export const isBackupEngine = (path: string): boolean => engineAt(path) !== undefined;

/** Time Machine is asked only while a destination of it can be reached: to one that is away, nothing is copied. */
const timeMachine = async (machine: Machine): Promise<readonly RunningBackup[]> => {
  const destinations = await timeMachineDestinations(machine);
  const isReachable = destinations.some(({ Kind, MountPoint }) => Kind !== 'Local' || Boolean(MountPoint));
  const status = isReachable ? await timeMachineStatus(machine) : { running: false, percent: null };
  return status.running ? [{ tool: 'time-machine', name: 'Time Machine', percent: status.percent }] : [];
};

const terminal = async (machine: Machine): Promise<readonly RunningBackup[]> => {
  const engines = new Set((await runningPrograms(machine)).flatMap(({ path }) => engineAt(path) ?? []));
  return [...engines].map(({ tool, name }) => ({ tool, name, percent: null }));
};

export const backupActivity = reader<BackupActivity>(8_000, async (machine) => {
  const problems: FactUnavailable[] = [];
  const looks = [timeMachine, terminal].map(async (look) => {
    const answer = await attempt(look(machine));
    if (!(answer instanceof FactUnavailable)) return answer;
    problems.push(answer);
    return [];
  });
  const [running, apps] = await Promise.all([Promise.all(looks), installedBackupApps(machine)]);
  const [first] = problems;
  if (first !== undefined && problems.length === looks.length) throw first;
  const gaps = [
    ...problems.map((problem) => problem.reason),
    ...apps.map((app) => reasons.copying({ app: product(app) })),
  ];
  return known({ running: running.flat(), gaps }, 'tmutil status -X');
});
