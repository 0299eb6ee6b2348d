/** Owns the quiet way to add a calendar: a file or folder by the system's dialog, or an https address that is typed. */
import { type FormEvent, useId, useState } from 'react';
import type { CalendarAdded, CalendarKind, GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { accepts } from '../../electron/core/policy/accepts.ts';
import { calendarSettings } from '../../electron/core/settings/calendar.ts';

const words = says('add-calendar', {
  add: 'Add a calendar',
  file: 'Choose a file',
  folder: 'Choose a folder',
  address: 'Or the https address of a calendar',
  submit: 'Add',
  asks: 'Greenroom asks only this server, at most every 15 minutes.',
  wrong: 'Type an address that begins with https:// and has no password in it.',
});

const results = says('add-calendar.result', {
  changed: 'Added. You can remove it in the settings.',
  managed: 'Your organisation has set which calendars are read.',
  refused: 'It couldn’t be added.',
});

interface Props {
  readonly snapshot: Snapshot;
  readonly api: Pick<GreenroomApi, 'addCalendar' | 'changeSetting'>;
}

export const AddCalendar = ({ snapshot, api }: Props) => {
  const [address, setAddress] = useState('');
  const [result, setResult] = useState('');
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
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // Calendars are often offered under this scheme; it is asked by https all the same.
    const typed = address.trim().replace(/^webcals?:/i, 'https:');
    const { addresses } = calendarSettings.policy;
    const named = snapshot.settings.calendar?.addresses?.value;
    const before = Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
    if (!accepts(addresses, [typed])) setResult(words.wrong);
    else tell(api.changeSetting(calendarSettings.id, 'addresses', [...new Set([...before, typed])]));
  };
  return (
    <details className="add-calendar">
      <summary>{words.add}</summary>
      <div className="open">
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
      <p className="note" role="status">
        {result}
      </p>
    </details>
  );
};
