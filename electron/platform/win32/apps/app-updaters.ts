/** Owns what the updaters of apps have noted on Windows. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AppUpdaters } from '../../../core/facts/index.ts';
import { chromeUpdater } from '../../google-updater.ts';
import type { HostVariable } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { installedApps } from './installed-apps.ts';

/** Where the updater keeps its notes, and where the Chrome lies that it looks after: for everybody, and for this account. */
const places: Readonly<Record<'machine' | 'user', { notes: HostVariable; programs: HostVariable }>> = {
  machine: { notes: 'ProgramFiles(x86)', programs: 'ProgramFiles' },
  user: { notes: 'LOCALAPPDATA', programs: 'LOCALAPPDATA' },
};

export const appUpdaters = reader<AppUpdaters>(SCRIPT_TIMEOUT_MS, async (machine, catalogue) => {
  const fact = await installedApps.read(machine, catalogue);
  if (fact.state === 'unknown') throw new FactUnavailable(fact.cause, fact.reason);
  const chromes = fact.value.apps.filter(({ product, branch }) => product === 'chrome' && branch === undefined);
  const found = chromes.map((app) => {
    const { notes, programs } = places[app.scope];
    const [folder, programFiles] = [machine.variable(notes), machine.variable(programs)];
    if (folder === undefined || programFiles === undefined) return [];
    const program = `${programFiles}\\Google\\Chrome\\Application\\chrome.exe`;
    return chromeUpdater(machine, app, `${folder}\\Google\\GoogleUpdater\\prefs.json`, program);
  });
  return known({ updaters: (await Promise.all(found)).flat() }, 'notes of Google’s updater');
});
