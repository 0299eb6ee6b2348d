/** Owns which programs for remote control run on Windows, by the names of their processes. */
import { known } from '../../../core/facts/fact.ts';
import type { RemoteControl } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { programName, runningPrograms } from '../running.ts';

/** Whole names in small letters: GoToMeeting's own "g2mcomm" is no GoToMyPC. */
const programs: readonly { readonly name: string; readonly processes: readonly string[] }[] = [
  { name: 'TeamViewer', processes: ['teamviewer', 'teamviewer_service', 'teamviewer_desktop'] },
  { name: 'AnyDesk', processes: ['anydesk'] },
  { name: 'RustDesk', processes: ['rustdesk'] },
  { name: 'TightVNC', processes: ['tvnserver'] },
  { name: 'UltraVNC', processes: ['winvnc'] },
  { name: 'VNC server', processes: ['vncserver', 'winvnc4', 'x11vnc', 'xvnc'] },
  { name: 'ScreenConnect', processes: ['screenconnect.clientservice'] },
  { name: 'LogMeIn', processes: ['logmein', 'logmeinsystray'] },
  { name: 'GoToMyPC', processes: ['g2comm', 'g2host', 'g2svc', 'g2tray'] },
  { name: 'Parsec', processes: ['parsecd'] },
  { name: 'Chrome Remote Desktop', processes: ['remoting_host'] },
  { name: 'Splashtop', processes: ['splashtopstreamer'] },
  { name: 'DWService', processes: ['dwagent', 'dwagsvc'] },
];

/** The name people know of the remote control that a file belongs to. */
export const remoteControlAt = (file: string): string | undefined => {
  const process = programName(file).toLowerCase();
  return programs.find(({ processes }) => processes.includes(process))?.name;
};

export const remoteControl = reader<RemoteControl>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const running = await runningPrograms(machine);
  const found = new Set(running.programs.flatMap(({ file }) => remoteControlAt(file) ?? []));
  return known({ programs: [...found].sort() }, 'Win32_Process');
});
