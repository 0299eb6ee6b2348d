/** Owns where Greenroom keeps its own files: the report, its history, settings. One folder per user, by each system's custom. */
import path from 'node:path';
import type { Host } from '../../platform/machine/machine.ts';

/** The folder for Greenroom's own files. `GREENROOM_STATE` names another one (tests, portable use). */
export const stateFolder = (host: Host, override = process.env.GREENROOM_STATE): string => {
  if (override !== undefined && path.isAbsolute(override)) return override;
  switch (host.platform) {
    case 'win32':
      return path.win32.join(
        host.variables.LOCALAPPDATA ?? path.win32.join(host.home, 'AppData', 'Local'),
        'Greenroom',
      );
    case 'darwin':
      return path.join(host.home, 'Library', 'Application Support', 'Greenroom');
    case 'linux': {
      const base = host.variables.XDG_STATE_HOME;
      return path.join(
        base !== undefined && path.isAbsolute(base) ? base : path.join(host.home, '.local', 'state'),
        'greenroom',
      );
    }
  }
};
