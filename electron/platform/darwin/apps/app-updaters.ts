/** Owns what the updaters of apps have noted on a Mac. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AppUpdaters } from '../../../core/facts/index.ts';
import { chromeUpdater } from '../../google-updater.ts';
import { reader } from '../../reader.ts';
import { installedApps } from './installed-apps.ts';

const NOTES = 'Library/Application Support/Google/GoogleUpdater/prefs.json';

export const appUpdaters = reader<AppUpdaters>(9_000, async (machine, catalogue) => {
  const fact = await installedApps.read(machine, catalogue);
  if (fact.state === 'unknown') throw new FactUnavailable(fact.cause, fact.reason);
  const chromes = fact.value.apps.filter(({ product, branch }) => product === 'chrome' && branch === undefined);
  const found = chromes.flatMap((app) =>
    // `source` is the Info.plist of the app, which every update replaces.
    ['/', `${machine.host.home}/`].map((root) => chromeUpdater(machine, app, `${root}${NOTES}`, app.source)),
  );
  return known({ updaters: (await Promise.all(found)).flat() }, 'notes of Google’s updater');
});
