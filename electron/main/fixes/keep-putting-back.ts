/** Owns putting back, while the program runs, what was changed for a call: at its start, when the call is over, after waking, and at its end. */
import { app, powerMonitor } from 'electron';
import { loadChanges } from '../../engine/fixes/change-store.ts';
import { isDue, putBackDue } from '../../engine/fixes/put-back.ts';
import type { RunPlace } from '../../engine/run/workspace.ts';
import { faultEntry } from '../../engine/storage/log.ts';
import { fixPlaceOf } from './fix-place.ts';
import type { Fixes } from './fixes.ts';

const EVERY_MS = 60_000;
/** What a terminal has changed and left behind is found this much later. Each look begins a process that reads. */
const IDLE_MINUTES = 10;

/** Looks now, after each waking, and while something is changed for a call every minute; else every ten. */
export const keepPuttingBack = (place: RunPlace, fixes: Pick<Fixes, 'lastsForCall'>): void => {
  let isLooking = false;
  let minutes = 0;
  /** What the system did not take is tried again after waking, or at the next start, and not every minute. */
  const refused = new Set<string>();
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const { value } = await loadChanges(place.folder);
      if (!value.some((change) => isDue(change, new Date()) && !refused.has(change.id))) return;
      for (const { change, outcome } of await putBackDue(await fixPlaceOf(place), refused))
        if (outcome.state === 'not-done') refused.add(change.id);
    } catch (error) {
      void place.log.write(faultEntry('program', error));
    } finally {
      isLooking = false;
    }
  };
  powerMonitor.on('resume', () => {
    refused.clear();
    void look();
  });
  setInterval(() => {
    minutes += 1;
    if (fixes.lastsForCall() || minutes % IDLE_MINUTES === 0) void look();
  }, EVERY_MS).unref();
  void look();
};

/** The end waits for it once, and only where there is something to put back. */
export const putBackAtQuit = (fixes: Pick<Fixes, 'lastsForCall' | 'endForCall'>): void => {
  let hasAsked = false;
  app.on('will-quit', (event) => {
    if (hasAsked || !fixes.lastsForCall()) return;
    hasAsked = true;
    event.preventDefault();
    void fixes.endForCall().then(() => app.quit());
  });
};
