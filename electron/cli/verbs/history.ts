/** Owns `greenroom history`: the verdicts of the last days, as text or data. */

import { verdictMark } from '../../core/formats/text.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { term } from '../../core/messages/value.ts';
import { HISTORY_DAYS, type HistoryDay, historyDays } from '../../core/report/history.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { verdictNames } from '../../core/text/phrases.ts';
import { daysBefore, localDay, longDate } from '../../core/text/time.ts';
import { loadChanges } from '../../engine/fixes/change-store.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { loadHistory } from '../../engine/storage/history-store.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { WrongUsage } from '../exit.ts';
import { changeText, toldChange } from '../fix/change-text.ts';
import { type Io, painterFor, say, warn } from '../io.ts';

const words = says('history-verb', {
  day: '{verdict} ({n, plural, one {# check} other {# checks}})',
  dayWorse: '{verdict} ({n, plural, one {# check} other {# checks}}; earlier that day: {worst})',
  none: '{n, plural, =1 {Today} other {The last # days}}: nothing was checked on this computer.',
  newest: '{n, plural, =1 {Today} other {The last # days}}, newest first',
  changed: 'Changed by Greenroom',
  days: '--days needs a whole number from 1 to {most, number}, not “{text}”.',
});

const earlier = says('history-earlier', {
  ready: 'you can join',
  caution: 'you can join, with something to look at',
  'not-ready': 'not ready',
  undetermined: 'not everything could be checked',
});

const daysOf = (text: string | undefined): number => {
  const days = Number(text ?? HISTORY_DAYS);
  if (Number.isInteger(days) && days >= 1 && days <= HISTORY_DAYS) return days;
  throw new WrongUsage(words.days({ most: HISTORY_DAYS, text: term(String(text)) }));
};

const dayText = ({ last, worst, checks }: HistoryDay): string =>
  worst === last
    ? words.day({ verdict: asMessage(verdictNames[last]), n: checks })
    : words.dayWorse({ verdict: asMessage(verdictNames[last]), n: checks, worst: asMessage(earlier[worst]) });

export const runHistory = async (options: { readonly days?: string; readonly json?: boolean }, io: Io) => {
  const length = daysOf(options.days);
  const folder = stateFolder(localMachine().host);
  const [{ value, notices }, stored] = await Promise.all([loadHistory(folder), loadChanges(folder)]);
  for (const notice of [...notices, ...stored.notices]) warn(io, `${notice}\n`);
  const today = localDay(new Date());
  const from = daysBefore(today, length - 1);
  const entries = (value ?? []).filter((one) => one.day >= from && one.day <= today);
  const days = historyDays(entries, today, length);
  const changes = stored.value.filter(({ at }) => localDay(new Date(at)) >= from);
  if (options.json === true) {
    io.stdout.write(
      `${asciiJson({ schema: 'greenroom.history/1', from, to: today, days, entries, changes: changes.map(toldChange) }, 2)}\n`,
    );
    return 0;
  }
  const paint = painterFor(io);
  const lines = days.map((one) => {
    const [mark, style] = verdictMark(one.last);
    return `  ${paint(style, mark)} ${longDate(one.day).padEnd(18)} ${dayText(one)}`;
  });
  say(
    io,
    days.length === 0
      ? `${words.none({ n: length })}\n`
      : `${[paint('strong', words.newest({ n: length })), ...lines].join('\n')}\n`,
  );
  if (changes.length > 0) say(io, `\n${paint('strong', words.changed)}\n${changes.map(changeText).join('')}`);
  return 0;
};
