/** Owns what Windows Update says: what is waiting, when it last looked, when the system was last updated. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate, PendingUpdates } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { section, text } from '../section.ts';

const words = messages('windows-update', {
  part: 'Windows Update couldn’t list every update that is waiting.',
  lookedAt: 'Windows didn’t say when it last looked for updates.',
  noUpdate: 'The history of Windows Update names no installed system update.',
});

/** Classes of updates. Their names are translated, their ids are not (Microsoft, `Get-WsusClassification`). */
const SECURITY = '0fa1201d-4330-4fa8-8ae9-b877473b6441';
const DEFINITIONS = 'e0789628-ce08-4437-be74-2495b842f43b';
const DRIVERS = 'ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0';

/** The Microsoft Store writes into the same history. */
const STORE_SERVICE = '855e8a7c-ecb4-4ca3-b045-1dfa50104289';
/** What takes the system to its next release; the name of its class is translated, its id is not. */
const UPGRADES = '3689bdc8-b205-4af4-8d4a-a63924c5e9d5';

/**
 * Parts of the virus scanner and of Windows Update itself, the monthly removal tool, and products that go on being updated
 * after the system's own updates have ended. Article numbers and product names are not translated.
 */
const NOT_THE_SYSTEM = [
  'KB2267602',
  'KB4023057',
  'KB4052623',
  'KB5001716',
  'KB5007651',
  'KB890830',
  '.NET',
  'Exchange Server',
  'Flash Player',
  'Microsoft Edge',
  'Office',
  'SharePoint',
  'Silverlight',
  'Skype',
  'SQL Server',
  'Visual C++',
  'Visual Studio',
];

const id = v.pipe(
  text,
  v.transform((value) => value.toLowerCase()),
);
const waiting = v.object({
  title: text,
  articles: v.array(text),
  severity: text,
  categories: v.array(id),
  changed: text,
});
const updatesSchema = v.object({
  result: v.number(),
  /** How many the list holds by its own word; older recordings do not tell. */
  count: v.optional(v.nullable(v.number())),
  updates: v.array(waiting),
});
const datesSchema = v.object({ searched: text });
const entry = v.object({ date: text, title: text, client: text, service: id, categories: v.array(id) });
const historySchema = v.object({ entries: v.array(entry) });

/** COM gives UTC without a zone: "2026-11-20T08:14:33". */
const utc = (printed: string): IsoTime | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(printed)) return undefined;
  const time = new Date(`${printed}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** "Critical" updates are, by Microsoft's definition, not about security; a severity is given to security fixes only. */
const pendingOf = ({ title, severity, categories, changed }: v.InferOutput<typeof waiting>): PendingUpdate => {
  const at = utc(changed);
  // An empty date of COM lies long before there was Windows Update.
  const since = at !== undefined && Number(at.slice(0, 4)) >= 2015 ? at : undefined;
  return {
    name: title || 'An update without a name',
    security: !categories.includes(DRIVERS) && (severity !== '' || categories.includes(SECURITY)),
    ...(since === undefined ? {} : { since }),
  };
};

export const pendingUpdates = reader<PendingUpdates>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { result, count, updates } = await section(machine, 'updates', updatesSchema);
  // 2 is success; anything else leaves updates out without saying which. A list that is refused looks like an empty one.
  if (result !== 2 || (count !== undefined && count !== updates.length))
    throw new FactUnavailable('unreadable', words.part);
  const pending = updates.filter(({ categories }) => !categories.includes(DEFINITIONS)).map(pendingOf);
  return known({ updates: pending }, 'Windows Update, as of its last look');
});

export const updatesLookedAt = reader<IsoTime | 'never'>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { searched } = await section(machine, 'updateDates', datesSchema);
  const at = utc(searched);
  // An empty date of COM is one of 1601 or before; other early dates are damage.
  if (at !== undefined && Number(at.slice(0, 4)) <= 1601) return known('never', 'Windows Update');
  if (at === undefined || Number(at.slice(0, 4)) < 2015) throw new FactUnavailable('unreadable', words.lookedAt);
  return known(at, 'Windows Update, last successful search');
});

export const updatesInstalledAt = reader<IsoTime>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { entries } = await section(machine, 'updateHistory', historySchema);
  const newest = entries
    .filter(
      ({ title, client, service, categories }) =>
        service !== STORE_SERVICE &&
        !/defender/i.test(client) &&
        !NOT_THE_SYSTEM.some((other) => title.includes(other)) &&
        // PowerShell, firmware and what else comes this way bear no article's number.
        (/\bKB\d{6,8}\b/.test(title) || categories.includes(UPGRADES)) &&
        !categories.includes(DEFINITIONS) &&
        !categories.includes(DRIVERS),
    )
    .flatMap(({ date, title }) => {
      const at = utc(date);
      return at === undefined ? [] : [{ at, title }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (newest === undefined) throw new FactUnavailable('unreadable', words.noUpdate);
  return known(newest.at, `Windows Update history: ${newest.title}`);
});
