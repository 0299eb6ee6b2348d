/** Owns which programs for remote control run on a Mac. */
import { posix } from 'node:path';
import { known } from '../../../core/facts/fact.ts';
import type { RemoteControl } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { programName, runningPrograms } from '../processes.ts';

/** Names of apps and of their services, in small letters and whole: "teamviewermeeting" is no remote control. */
const programs = [
  { name: 'TeamViewer', pattern: /^teamviewer(?:_.*)?$/ },
  { name: 'AnyDesk', pattern: /^anydesk$/ },
  { name: 'RustDesk', pattern: /^rustdesk$/ },
  { name: 'Chrome Remote Desktop', pattern: /^(?:remoting_(?:me2me_)?host(?:_.*)?|chromeremotedesktophost)$/ },
  { name: 'Splashtop', pattern: /^splashtop ?streamer$/ },
  { name: 'ScreenConnect', pattern: /^(?:screenconnect.*|connectwisecontrol.*)$/ },
  { name: 'LogMeIn', pattern: /^logmein(?: client| host|host)?$/ },
  { name: 'Parsec', pattern: /^parsec(?:d)?$/ },
  { name: 'DWService', pattern: /^dwag(?:ent|svc)$/ },
  { name: 'VNC', pattern: /^(?:osxvnc-server|vine server|vncserver|x11vnc|xvnc)$/ },
] as const;

/** The name people know of the remote control that a path belongs to. */
export const remoteControlAt = (path: string): string | undefined => {
  const names = [programName(path), posix.basename(path)].map((name) => name.toLowerCase());
  return programs.find(({ pattern }) => names.some((name) => pattern.test(name)))?.name;
};

export const remoteControl = reader<RemoteControl>(5_000, async (machine) => {
  const running = await runningPrograms(machine);
  const found = new Set(running.flatMap(({ path }) => remoteControlAt(path) ?? []));
  return known({ programs: [...found].sort() }, 'ps -axww');
});
