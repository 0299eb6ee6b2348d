/** Owns `greenroom calendars`: the calendars of this computer's programs, which are read, and the person's choice of them. */
import { english } from '../../../core/messages/format.ts';
import { localise } from '../../../core/messages/localise.ts';
import type { Message } from '../../../core/messages/messages.ts';
import { says } from '../../../core/messages/says.ts';
import { term } from '../../../core/messages/value.ts';
import { settingOf, valuesOf } from '../../../core/policy/policy.ts';
import { type CalendarValues, calendarSettings, type SourceListing, ticked } from '../../../core/settings/calendar.ts';
import { permissionWords, sourceListWords } from '../../../core/settings/calendar-words.ts';
import { asciiJson } from '../../../core/text/ascii-json.ts';
import { createComputerCalendars } from '../../../engine/calendars/computer-calendars.ts';
import { loadPolicy } from '../../../engine/run/effective-policy.ts';
import { stateFolder } from '../../../engine/storage/folders.ts';
import { storeSetting } from '../../../engine/storage/settings-store.ts';
import { localMachine } from '../../../platform/machine/local.ts';
import { WrongUsage } from '../../exit.ts';
import { type Io, say, warn } from '../../io.ts';

const words = says('calendars-verb', {
  both: 'Name one of --use and --stop.',
  managed: 'Your organisation has set this, so it can’t be changed here.',
  noSuch: 'There is no calendar with the id “{id}”. “greenroom calendars” lists them.',
  unused: 'None of them is read. “greenroom calendars --use” reads them from now on, and changes none.',
});

export interface CalendarsOptions {
  readonly use?: boolean;
  readonly stop?: boolean;
  readonly show?: string;
  readonly hide?: string;
  readonly json?: boolean;
}

const sentenceOf = ({ use, permission }: SourceListing): Message | null => {
  if (use === 'forbidden') return sourceListWords.forbidden;
  return use === 'off' ? null : permissionWords[permission];
};

const lines = (source: SourceListing): readonly string[] => {
  const { name, preview, use, calendars, problem } = source;
  const sentence = sentenceOf(source);
  return [
    `${name}${preview ? ` (${localise(sourceListWords.preview)})` : ''}`,
    ...(sentence === null ? [] : [`  ${localise(sentence)}`]),
    ...(use === 'required' ? [`  ${localise(sourceListWords.required)}`] : []),
    ...(problem === null ? [] : [`  ${localise(problem)}`]),
    ...calendars.map(({ id, name: calendar, on }) => `  [${on ? 'x' : ' '}] ${calendar}  ${id}`),
  ];
};

/** Runs the verb; resolves to the exit code. Throws `WrongUsage`. */
export const runCalendars = async (options: CalendarsOptions, io: Io): Promise<number> => {
  const { use, stop, show, hide } = options;
  if (use === true && stop === true) throw new WrongUsage(words.both);
  const port = localMachine();
  const folder = stateFolder(port.host);
  const opened = async (): Promise<CalendarValues> => {
    const { policy, notices } = await loadPolicy(port, folder);
    for (const notice of notices) warn(io, `${notice}\n`);
    return valuesOf(policy, calendarSettings.id, calendarSettings.policy);
  };
  const computer = createComputerCalendars(port.host, folder);
  const set = async (key: keyof CalendarValues, value: unknown): Promise<void> => {
    const { policy } = await loadPolicy(port, folder);
    const { layer } = settingOf(policy, calendarSettings.id, key, calendarSettings.policy[key]);
    if (layer === 'enforced') throw new WrongUsage(words.managed);
    await storeSetting(folder, calendarSettings.id, key, value);
  };
  if (use === true || stop === true) await set('useComputer', use === true);
  for (const [id, on] of [
    [show, true],
    [hide, false],
  ] as const) {
    if (id === undefined) continue;
    const before = await opened();
    const known = (await computer.list(before)).flatMap(({ calendars }) => calendars.map((one) => one.id));
    if (!known.includes(id)) throw new WrongUsage(words.noSuch({ id: term(id) }));
    const next = ticked(before, id, on);
    await set('shown', next.shown);
    await set('unshown', next.unshown);
  }
  const values = await opened();
  let sources = await computer.list(values);
  if (use === true) {
    const unasked = sources.filter(({ permission }) => permission === 'not-asked');
    for (const { id } of unasked) await computer.ask(id, values);
    if (unasked.length > 0) sources = await computer.list(values);
  }
  if (options.json === true) {
    const told = sources.map((one) => ({ ...one, problem: one.problem === null ? null : english(one.problem) }));
    io.stdout.write(`${asciiJson({ schema: 'greenroom.calendars/1', used: values.useComputer, sources: told }, 2)}\n`);
    return 0;
  }
  if (sources.length === 0) say(io, `${localise(sourceListWords.none)}\n`);
  else say(io, `${sources.flatMap(lines).join('\n')}\n`);
  if (sources.some((one) => one.use === 'off')) say(io, `\n${words.unused}\n`);
  return 0;
};
