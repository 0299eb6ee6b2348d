/** Owns the list of calendars that a person has named: each by its name, what is known of it, and a way to take it out. */
import { useState } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { asMessage, messages } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { name, place } from '../../electron/core/messages/value.ts';
import { calendarSettings } from '../../electron/core/settings/calendar.ts';
import { clockTime } from '../../electron/core/text/clock-time.ts';

const words = says('named-calendars', {
  list: 'Calendars you have added',
  none: 'No calendar is added yet.',
  name: '{name}',
  remove: 'Remove',
  removeNamed: 'Remove: {name}',
  managed: 'Set by your organisation',
  read: '{where} · read {when}',
  notRead: '{where}',
  failed: 'That couldn’t be changed. Try again.',
});
const kinds = messages('named-calendars.kind', {
  files: 'File {place}',
  folders: 'Folder {place}',
  addresses: 'Server {place}',
});

type Key = keyof typeof kinds;
const keys = Object.keys(kinds) as readonly Key[];

interface Named {
  readonly key: Key;
  readonly value: string;
  /** As the agenda calls it. */
  readonly name: string;
}

const lastPart = (path: string): string => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path;
const nameOf = (key: Key, value: string): string =>
  key === 'addresses' ? (URL.canParse(value) ? new URL(value).host : value) : lastPart(value);

interface Props {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly api: Pick<GreenroomApi, 'changeSetting'>;
}

export const NamedCalendars = ({ snapshot, now, api }: Props) => {
  const [result, setResult] = useState('');
  const settings = snapshot.settings[calendarSettings.id] ?? {};
  const valuesOf = (key: Key): readonly string[] => {
    const value = settings[key]?.value;
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  const named = keys.flatMap((key) => valuesOf(key).map((value): Named => ({ key, value, name: nameOf(key, value) })));
  const remove = ({ key, value }: Named): void => {
    setResult('');
    const left = valuesOf(key).filter((one) => one !== value);
    api.changeSetting(calendarSettings.id, key, left).then(
      (outcome) => setResult(outcome === 'changed' ? '' : words.failed),
      () => setResult(words.failed),
    );
  };
  const about = ({ key, value, name: own }: Named): string => {
    const where = kinds[key]({ place: place(key === 'addresses' ? nameOf(key, value) : value) });
    const readAt = snapshot.agenda.calendars.find((one) => one.name === own)?.readAt ?? null;
    return readAt === null ? words.notRead({ where }) : words.read({ where, when: asMessage(clockTime(readAt, now)) });
  };
  return (
    <>
      <ul className="named-calendars" aria-label={words.list}>
        {named.length === 0 && <li className="setting">{words.none}</li>}
        {named.map((one) => (
          <li className="setting" key={`${one.key} ${one.value}`}>
            <span>
              {words.name({ name: name(one.name) })}
              <small>{about(one)}</small>
            </span>
            {settings[one.key]?.layer === 'enforced' ? (
              <small>{words.managed}</small>
            ) : (
              <button
                type="button"
                className="plain"
                aria-label={words.removeNamed({ name: name(one.name) })}
                onClick={() => remove(one)}
              >
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {result}
      </p>
    </>
  );
};
