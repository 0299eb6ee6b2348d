/** Owns the first run: what Greenroom does in three sentences, and what it offers to whoever likes it. */
import { useState } from 'react';
import type { GreenroomApi, SettingChange, Snapshot } from '../../electron/core/ipc/contract.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { startSettings } from '../../electron/core/settings/start.ts';
import { hasCalendar } from '../wall/MeetingCard.tsx';

const words = says('first-run', {
  welcome: 'Welcome to Greenroom',
  does: 'In the minutes before a call, it tells you whether you can join and whether this computer is in good order.',
  stays: 'Nothing leaves this computer: no account, no picture, no sound.',
  needs: 'It needs nothing from you; the first check is already running.',
  offers: 'When you like',
  inSettings: 'each can be changed in Settings',
  atLogin: 'Start when I log in',
  atLoginMore: 'So that it can tell you before a call. It stays in the tray.',
  calendar: 'Add a calendar',
  calendarMore: 'Only the ones you add are read, and only on this computer.',
  choose: 'Choose…',
  chooseNamed: 'Choose… {what}',
  failed: 'That couldn’t be changed. Try it in Settings.',
});

/** The sentences; shown while there is no answer yet. */
export const Welcome = () => (
  <section className="part" aria-labelledby="welcome-title">
    <header>
      <h2 id="welcome-title">{words.welcome}</h2>
    </header>
    <ul className="sheet hello">
      <li>{words.does}</li>
      <li>{words.stays}</li>
      <li>{words.needs}</li>
    </ul>
  </section>
);

interface Props {
  readonly snapshot: Snapshot;
  readonly api: Pick<GreenroomApi, 'changeSetting' | 'addCalendar'>;
}

export const Offers = ({ snapshot, api }: Props) => {
  const [result, setResult] = useState('');
  const failed = (): void => setResult(words.failed);
  const login = snapshot.settings[startSettings.id]?.atLogin;
  const tell = (change: SettingChange | 'not-chosen'): void => {
    if (change !== 'changed' && change !== 'not-chosen') failed();
  };
  const isManaged = login?.layer === 'enforced';
  const addsCalendar = !hasCalendar(snapshot);
  if (isManaged && !addsCalendar) return null;
  return (
    <section className="part" aria-labelledby="offers-title">
      <header>
        <h2 id="offers-title">{words.offers}</h2>
        <span className="sum">{words.inSettings}</span>
      </header>
      <div className="sheet">
        {!isManaged && (
          <label className="setting">
            <span>
              {words.atLogin}
              <small>{words.atLoginMore}</small>
            </span>
            <input
              type="checkbox"
              // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is on.
              role="switch"
              className="switch"
              checked={login?.value === true}
              onChange={(event) => {
                setResult('');
                api.changeSetting(startSettings.id, 'atLogin', event.currentTarget.checked).then(tell, failed);
              }}
            />
          </label>
        )}
        {addsCalendar && (
          <div className="setting">
            <span>
              {words.calendar}
              <small>{words.calendarMore}</small>
            </span>
            <button
              type="button"
              aria-label={words.chooseNamed({ what: asMessage(words.calendar) })}
              onClick={() => {
                setResult('');
                api.addCalendar('file').then(tell, failed);
              }}
            >
              {words.choose}
            </button>
          </div>
        )}
      </div>
      <p className="note" role="status">
        {result}
      </p>
    </section>
  );
};
