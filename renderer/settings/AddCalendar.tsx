/** Owns the quiet way to add a calendar: a file or folder by the system's dialog, or an https address that is typed. */
import { type FormEvent, useId, useState } from 'react';
import { addressWords, providers, stepsFor, typedAddress } from '../../electron/core/calendar-sources/address.ts';
import type { CalendarAdded, CalendarKind, GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { type Message, sentences } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { accepts } from '../../electron/core/policy/accepts.ts';
import { calendarSettings } from '../../electron/core/settings/calendar.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';

const words = says('add-calendar', {
  add: 'Add a calendar',
  file: 'Choose a file',
  folder: 'Choose a folder',
  address: 'Or the https address of a calendar',
  submit: 'Add',
  asks: 'Greenroom asks only this server, at most every 15 minutes.',
  computer: 'Use the calendars on this computer',
  where: 'Where to find the address',
});

const results = says('add-calendar.result', {
  changed: 'Added.',
  managed: 'Your organisation has set which calendars are read.',
  refused: 'It couldn’t be added.',
});

interface Props {
  readonly snapshot: Snapshot;
  readonly api: Pick<GreenroomApi, 'addCalendar' | 'changeSetting'>;
}

/** What a calendar that was just added holds, once it was read. */
const FirstReading = ({ snapshot, added }: { readonly snapshot: Snapshot; readonly added: string }) => {
  const { agenda, settings } = snapshot;
  if (!agenda.calendars.some(({ name: host, state }) => host === added && state !== 'unread')) return null;
  const count = agenda.meetings.filter(({ calendar }) => calendar === added).length;
  const hours = valuesInForce(settings, calendarSettings).lookAheadHours;
  return <p role="status">{localise(addressWords.found({ count, hours }))}</p>;
};

/** Why what was typed cannot be added; null when it can. */
const refusal = (typed: string): Message | null => {
  const read = typedAddress(typed);
  if (read.is === 'web-page') return sentences([addressWords.webPage, stepsFor(read.provider)]);
  return read.is === 'address' && accepts(calendarSettings.policy.addresses, [read.address])
    ? null
    : addressWords.wrong;
};

export const AddCalendar = ({ snapshot, api }: Props) => {
  const [address, setAddress] = useState('');
  const [result, setResult] = useState('');
  /** The server of an address that was added. */
  const [added, setAdded] = useState<string | null>(null);
  const field = useId();
  const tell = (adding: Promise<CalendarAdded>): void => {
    setResult('');
    adding.then(
      (added) => {
        setResult(added === 'not-chosen' ? '' : results[added]);
        if (added === 'changed') setAddress('');
      },
      () => setResult(results.refused),
    );
  };
  const choose = (kind: CalendarKind) => (): void => tell(api.addCalendar(kind));
  const computer = snapshot.settings.calendar?.useComputer;
  const addComputer = (): void => tell(api.changeSetting(calendarSettings.id, 'useComputer', true));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const read = typedAddress(address);
    const refused = refusal(address);
    if (read.is !== 'address' || refused !== null) {
      setResult(localise(refused ?? addressWords.wrong));
      return;
    }
    const named = snapshot.settings.calendar?.addresses?.value;
    const before = Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
    setAdded(new URL(read.address).host);
    tell(api.changeSetting(calendarSettings.id, 'addresses', [...new Set([...before, read.address])]));
  };
  return (
    <details className="add-calendar">
      <summary>{words.add}</summary>
      <div className="open">
        {computer?.value === false && computer.layer !== 'enforced' && (
          <button type="button" onClick={addComputer}>
            {words.computer}
          </button>
        )}
        <button type="button" onClick={choose('file')}>
          {words.file}
        </button>
        <button type="button" onClick={choose('folder')}>
          {words.folder}
        </button>
      </div>
      <form onSubmit={send}>
        <label htmlFor={field}>{words.address}</label>
        <div className="open">
          <input
            id={field}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <button type="submit">{words.submit}</button>
        </div>
        <p className="note">{words.asks}</p>
      </form>
      <details className="address-steps">
        <summary>{words.where}</summary>
        <ul>
          {providers.map((provider) => (
            <li key={provider}>{localise(stepsFor(provider))}</li>
          ))}
        </ul>
      </details>
      <p className="note" role="status">
        {result}
      </p>
      {added !== null && <FirstReading snapshot={snapshot} added={added} />}
    </details>
  );
};
