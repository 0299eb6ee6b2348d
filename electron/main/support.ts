/** Owns the support file in the window: made on request, shown, and written just as it was shown. */

import { BrowserWindow, dialog } from 'electron';
import type { Saved } from '../core/ipc/contract.ts';
import { says } from '../core/messages/says.ts';
import { foundSources } from '../engine/calendars/computer-calendars.ts';
import { openWorkspace, type RunPlace } from '../engine/run/workspace.ts';
import type { Session } from '../engine/session/session.ts';
import { writeAtomically } from '../engine/storage/files/atomic-file.ts';
import { mayBeWritten } from '../engine/storage/files/named-output.ts';
import { faultEntry } from '../engine/storage/log.ts';
import { examineGreenroom } from '../engine/support/diagnostics.ts';
import { supportText } from '../engine/support/support-file.ts';
import { fullIdentity } from '../platform/redaction/identity.ts';

const words = says('save-support', {
  title: 'Save the support file',
});

export interface SupportOptions {
  readonly place: RunPlace;
  readonly session: Pick<Session, 'snapshot' | 'check'>;
}

export interface Support {
  make(): Promise<string>;
  save(): Promise<Saved>;
}

export const createSupport = ({ place, session }: SupportOptions): Support => {
  let shown: string | null = null;
  return {
    make: async () => {
      if (session.snapshot().report === null) await session.check(null);
      const { report } = session.snapshot();
      if (report === null) throw new Error('There is no report to show.');
      const runtime = `Electron ${process.versions.electron ?? ''}`.trim();
      const doctor = await examineGreenroom(await openWorkspace(place), report, runtime);
      const { port, log } = place;
      shown = await supportText({
        ...{ port, doctor, identity: await fullIdentity(), log: await log.read() },
        calendarSources: await foundSources(port.host),
      });
      return shown;
    },
    save: async () => {
      if (shown === null) return 'nothing';
      const [window] = BrowserWindow.getAllWindows();
      const options = { title: words.title, defaultPath: 'greenroom-support.json' };
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      if (canceled || filePath === '') return 'cancelled';
      try {
        await mayBeWritten(filePath);
        await writeAtomically(filePath, shown);
        return 'saved';
      } catch (error) {
        void place.log.write(faultEntry('support file', error));
        return 'failed';
      }
    },
  };
};
