/** Owns macOS' own calendars, with every account that macOS knows: asked for in a process of its own, fresh each time. */
import {
  type EventKitAnswer,
  eventKitAnswer,
  eventKitCalendars,
  eventKitPermission,
  eventKitText,
} from '../../core/calendar-sources/eventkit.ts';
import { type Permission, sourceWords } from '../../core/calendar-sources/shape.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Host } from '../machine/machine.ts';
import { eventKitScript } from './eventkit-script.ts';
import { SourceProblem, sentenceOf } from './files.ts';
import { type CalendarSourceReader, failedReading, type RunTool } from './source.ts';

const SCRIPT = 'calendars.js';
/** Reading takes half a second; what does not answer is not waited for. */
const LIMITS = { timeoutMs: 10_000, maxBytes: 8 * 1024 * 1024 };
/** A person reads the system's question first. */
const ASK_MS = 70_000;

export const eventKitSource = (_host: Host, run: RunTool): CalendarSourceReader => {
  /** Throws `SourceProblem`. */
  const asked = async (words: readonly string[], timeoutMs = LIMITS.timeoutMs): Promise<EventKitAnswer> => {
    const limits = { ...LIMITS, timeoutMs, scripts: { [SCRIPT]: eventKitScript } };
    const result = await run('/usr/bin/osascript', ['-l', 'JavaScript', '-e', SCRIPT, ...words], limits).catch(
      (error) => {
        if (!(error instanceof FactUnavailable)) throw error;
        throw new SourceProblem(error.why === 'timed-out' ? sourceWords.silent : sourceWords.unreadable);
      },
    );
    const answer = eventKitAnswer(result?.stdout ?? '');
    if (answer === null) throw new SourceProblem(sourceWords.unreadable);
    return answer;
  };
  /** What cannot be told is not granted, and is not asked for again and again. */
  const permission = async (words: readonly string[], timeoutMs?: number): Promise<Permission> => {
    try {
      return eventKitPermission((await asked(words, timeoutMs)).status);
    } catch (error) {
      sentenceOf(error);
      return 'refused';
    }
  };
  /** Without permission macOS answers with nothing: that is not "none". */
  const read = async (from: number, to: number): Promise<EventKitAnswer> => {
    const answer = await asked(['read', String(from), String(to)]);
    if (eventKitPermission(answer.status) !== 'granted') throw new SourceProblem(sourceWords.denied);
    return answer;
  };
  return {
    id: 'macos',
    probe: async () => true,
    permission: () => permission(['state']),
    ask: () => permission(['ask'], ASK_MS),
    calendars: async () => {
      try {
        return { calendars: eventKitCalendars(await read(0, 1)), problem: null };
      } catch (error) {
        return { calendars: [], problem: sentenceOf(error) };
      }
    },
    read: async ({ calendars, span }) => {
      try {
        const answer = await read(span.from, span.to);
        return calendars.map((calendar) => {
          const { text, ownAddresses, lost } = eventKitText(answer, calendar.id);
          return {
            calendar: { ...calendar, ownAddresses },
            content: [text],
            problem: lost === 0 ? null : sourceWords.parts({ count: lost }),
            freshness: { is: 'untold' },
          };
        });
      } catch (error) {
        const problem = sentenceOf(error);
        return calendars.map((calendar) => failedReading(calendar, problem));
      }
    },
  };
};
