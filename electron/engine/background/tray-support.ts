/** Owns whether this desktop shows tray icons. Electron does not tell: an icon that nobody shows looks like any other. */
import { bind, type MachinePort } from '../../platform/machine/machine.ts';

export type TrayPresence = 'there' | 'missing' | 'unknown';

/** The owner of this name shows icons: KDE's panel, GNOME's AppIndicator extension, Xfce's and others' panels. */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const bus = 'org.freedesktop.DBus';
const BUSCTL = '/usr/bin/busctl';
const question = ['--user', '--timeout=2', 'call', bus, '/org/freedesktop/DBus', bus, 'NameHasOwner', 's', WATCHER];

/** Asks the session bus on Linux; the other systems always have a tray. */
export const trayPresence = async (port: MachinePort): Promise<TrayPresence> => {
  if (port.host.platform !== 'linux') return 'there';
  try {
    const machine = bind(port, AbortSignal.timeout(4_000));
    const answer = await machine.run(BUSCTL, question, { timeoutMs: 3_000, maxBytes: 4_096 });
    if (answer?.code !== 0) return 'unknown';
    // "b true"
    return answer.stdout.trim() === 'b true' ? 'there' : answer.stdout.trim() === 'b false' ? 'missing' : 'unknown';
  } catch {
    return 'unknown';
  }
};
