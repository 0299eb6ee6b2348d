/** Owns what the browsers of this account keep from one host: each asked by itself, and one that fails harms no other. */
import { type AskedDevice, type BrowserAnswer, type BrowserId, browserIds } from '../../core/facts/browsers.ts';
import { type DatabaseCopies, withDatabaseCopies } from '../calendars/database-copy.ts';
import { SourceProblem } from '../calendars/files.ts';
import type { Host } from '../machine/machine.ts';
import { chromiumFolders, readChromium } from './chromium.ts';
import { firefoxFolders, readFirefox } from './firefox.ts';

type Refused = readonly AskedDevice[] | null | undefined;

/** What could not be read is null; what is not there undefined. */
const orNull = (error: unknown): null => {
  if (error instanceof SourceProblem) return null;
  throw error;
};

/** Of several installations what any of them refuses; null where one could not be read and none refuses anything. */
const together = (all: readonly Refused[]): Refused => {
  const there = all.filter((one) => one !== undefined);
  const refused = there.flatMap((one) => one ?? []);
  if (refused.length > 0) return refused;
  return there.includes(null) ? null : there.length === 0 ? undefined : [];
};

const answerOf = async (
  machine: Host,
  id: BrowserId,
  host: string,
  copies: DatabaseCopies,
  now: number,
): Promise<readonly BrowserAnswer[]> => {
  const all: readonly Promise<Refused>[] =
    id === 'firefox'
      ? firefoxFolders(machine).map((folder) => readFirefox(folder, host, copies, now))
      : chromiumFolders(machine, id).map((folder) => readChromium(folder, host));
  const refused = together(await Promise.all(all.map((one) => one.catch(orNull))));
  return refused === undefined ? [] : [{ browser: id, refused }];
};

/** `ownFolder` is Greenroom's own, where copies lie while they are read. */
export const readBrowserAnswers = (
  machine: Host,
  host: string,
  ownFolder: string,
  now: number,
): Promise<readonly BrowserAnswer[]> =>
  withDatabaseCopies(ownFolder, async (copies) =>
    (await Promise.all(browserIds.map((id) => answerOf(machine, id, host, copies, now)))).flat(),
  );
