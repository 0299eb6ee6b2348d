/** Owns which programs hold the camera or the microphone. Drivers of virtual cameras use the real one unnoted. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DeviceUse } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Reader, reader } from '../../reader.ts';
import { storePackage } from '../apps/install-markers.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { programName, type RunningProgram, runningPrograms } from '../running.ts';
import { type ConsentEntry, consent, type Device, fileName, isBegun, isTimed } from './consent.ts';

const words = messages('windows-devices', {
  hidden: 'This account may not see who uses the {device, select, webcam {camera} other {microphone}}.',
  unsupported: 'This Windows doesn’t note who uses the {device, select, webcam {camera} other {microphone}}.',
});

/** The family of the package that a program belongs to. */
const familyOf = (file: string): string | undefined => {
  const [, store, system] = /\\(?:WindowsApps\\([^\\]+)|SystemApps\\([^\\]+))\\/i.exec(file) ?? [];
  return (store === undefined ? system : storePackage(store)?.family)?.toLowerCase();
};

const belongs = (program: RunningProgram, entry: ConsentEntry): boolean =>
  entry.level === 'package'
    ? familyOf(program.file) === entry.name.toLowerCase()
    : programName(program.file).toLowerCase() === programName(fileName(entry)).toLowerCase();

/** The programs that can be meant: of that name, and already running when the use began. A crash leaves the note behind. */
export const holders = (entry: ConsentEntry, programs: readonly RunningProgram[]): readonly RunningProgram[] =>
  programs.filter(
    (program) =>
      belongs(program, entry) && (program.started === undefined || program.started <= BigInt(entry.LastUsedTimeStart)),
  );

const nameOf = (entry: ConsentEntry): string =>
  entry.level === 'package' ? entry.name.replace(/_[^_]*$/, '') : programName(fileName(entry));

const deviceUse = (device: Device): Reader<DeviceUse> =>
  reader<DeviceUse>(SCRIPT_TIMEOUT_MS, async (machine) => {
    const [{ entries, unread }, running] = await Promise.all([consent(machine), runningPrograms(machine)]);
    const noted = entries.filter((entry) => entry.device === device);
    const isWhole = unread === 0 && !noted.some(({ closed }) => closed);
    const own = noted.filter(({ hive }) => hive === 'HKCU');
    if (!isWhole && own.every(({ closed }) => closed)) throw new FactUnavailable('denied', words.hidden({ device }));
    if (!own.some(({ level }) => level === 'device'))
      throw new FactUnavailable('unsupported', words.unsupported({ device }));
    const users = noted
      .filter((entry) => (entry.level === 'program' || entry.level === 'package') && isBegun(entry))
      .filter((entry) => {
        const found = holders(entry, running.programs);
        return found.length > 0 && !found.some(running.isOwn);
      })
      .map(nameOf);
    const complete = isWhole && entries.some(isTimed);
    return known({ users: [...new Set(users)].sort(), complete }, `ConsentStore\\${device}, Win32_Process`);
  });

export const cameraUse = deviceUse('webcam');
export const microphoneUse = deviceUse('microphone');
