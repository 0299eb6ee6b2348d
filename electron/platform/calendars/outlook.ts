/** Owns classic Outlook on Windows: asked while it runs, by Windows PowerShell, and never started. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { stepsFor } from '../../core/calendar-sources/address.ts';
import {
  type OutlookAnswer,
  type OutlookCalendar,
  outlookAnswer,
  outlookText,
} from '../../core/calendar-sources/outlook.ts';
import { type SourceCalendar, type SourceReading, sourceWords } from '../../core/calendar-sources/shape.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { type Message, sentences } from '../../core/messages/messages.ts';
import type { Host } from '../machine/machine.ts';
import { handedOver, powershellArguments } from '../win32/script.ts';
import { systemProgram } from '../win32/system-program.ts';
import type { DatabaseCopies } from './database-copy.ts';
import { isThere } from './files.ts';
import outlook from './outlook.ps1?raw';
import { type CalendarSourceReader, failedReading, type RunTool, withoutPermission } from './source.ts';

export const outlookScript = handedOver(outlook);

const SCRIPT = 'outlook.ps1';
/** What stands in a modal window waits for the person; Outlook's answer is not waited for as long. */
const LIMITS = { timeoutMs: 15_000, maxBytes: 8 * 1024 * 1024, until: '"end":true}' };
const REGISTERED = 'HKEY_CLASSES_ROOT\\Outlook.Application\\CLSID';

const problems: Readonly<Record<Exclude<OutlookAnswer['is'], 'running'>, Message>> = {
  restricted: sourceWords.restrictedPowershell,
  'not-running': sourceWords.outlookNotRunning,
  unreachable: sourceWords.outlookUnreachable,
  silent: sourceWords.outlookSilent,
  'no-powershell': sourceWords.noPowershell,
};

const refusals: Readonly<Record<OutlookCalendar['reading'], Message | null>> = {
  whole: null,
  cut: sourceWords.cut,
  unproved: sourceWords.unreadable,
  late: sourceWords.outlookSilent,
  failed: sourceWords.unreadable,
};

/** A store's own name holds the person's address, and is long. */
const idOf = ({ store }: OutlookCalendar): string => createHash('sha256').update(store).digest('hex').slice(0, 24);

const calendarOf = (one: OutlookCalendar): SourceCalendar => ({
  id: idOf(one),
  name: one.name,
  hidden: false,
  ownAddresses: [],
});

const problemOf = (one: OutlookCalendar, offline: boolean | null): Message | null =>
  refusals[one.reading] ??
  (one.lost > 0 ? sourceWords.parts({ count: one.lost }) : offline === true ? sourceWords.outlookOffline : null);

export const outlookSource = ({ variables, home }: Host, run: RunTool): CalendarSourceReader => {
  const system = (name: string): string => systemProgram({ variable: (of) => variables[of] }, name);
  const isRegistered = async (): Promise<boolean> => {
    const found = await run(system('reg.exe'), ['query', REGISTERED, '/ve'], {
      timeoutMs: 3000,
      maxBytes: 64 * 1024,
    }).catch(() => undefined);
    return found?.code === 0;
  };
  /** The new Outlook keeps a folder, and lets no program ask. */
  const hasNewOutlook = (): Promise<boolean> =>
    isThere(path.join(variables.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Microsoft', 'Olk'));

  const ask = async (): Promise<OutlookAnswer> => {
    try {
      const program = system('WindowsPowerShell\\v1.0\\powershell.exe');
      const limits = { ...LIMITS, scripts: { [SCRIPT]: outlookScript } };
      const result = await run(program, powershellArguments(SCRIPT), limits);
      return result === undefined ? { is: 'no-powershell' } : outlookAnswer(result.stdout);
    } catch (error) {
      if (!(error instanceof FactUnavailable)) throw error;
      return { is: error.why === 'timed-out' ? 'silent' : 'no-powershell' };
    }
  };
  /** Names and events come in one answer, so that Outlook is asked once a reading. */
  const answers = new WeakMap<DatabaseCopies, Promise<OutlookAnswer>>();
  const asked = (reading: DatabaseCopies): Promise<OutlookAnswer> => {
    const answer = answers.get(reading) ?? ask();
    answers.set(reading, answer);
    return answer;
  };

  return {
    id: 'outlook',
    ...withoutPermission,
    probe: async () => (await isRegistered()) || (await hasNewOutlook()),
    calendars: async (reading) => {
      if (!(await isRegistered()))
        return { calendars: [], problem: sentences([sourceWords.newOutlook, stepsFor('microsoft')]) };
      const answer = await asked(reading);
      if (answer.is !== 'running') return { calendars: [], problem: problems[answer.is] };
      const problem = !answer.complete
        ? sourceWords.outlookSilent
        : answer.closed > 0
          ? sourceWords.outlookClosed({ count: answer.closed })
          : null;
      return { calendars: answer.calendars.map(calendarOf), problem };
    },
    read: async ({ calendars }, reading) => {
      const answer = await asked(reading);
      if (answer.is !== 'running') return calendars.map((one) => failedReading(one, problems[answer.is]));
      return calendars.flatMap((calendar): readonly SourceReading[] => {
        const one = answer.calendars.find((it) => idOf(it) === calendar.id);
        if (one === undefined) return [failedReading(calendar, sourceWords.unreadable)];
        const problem = problemOf(one, answer.offline);
        // Nothing of it is known; what was told before an answer broke off is.
        if (one.events.length === 0 && refusals[one.reading] !== null) return [failedReading(calendar, problem)];
        return [{ calendar, content: [outlookText(one)], problem, freshness: { is: 'untold' }, withholdsLinks: true }];
      });
    },
  };
};
