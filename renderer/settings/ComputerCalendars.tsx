/** Owns the calendars of this computer in the settings: what there is, what may be read, and a tick for each. */
import { useEffect, useState } from 'react';
import type { Permission, SourceId } from '../../electron/core/calendar-sources/shape.ts';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import type { Message } from '../../electron/core/messages/messages.ts';
import { product } from '../../electron/core/messages/value.ts';
import { calendarSettings, type SourceListing, ticked } from '../../electron/core/settings/calendar.ts';
import { permissionWords, sourceListWords as words } from '../../electron/core/settings/calendar-words.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';

type Api = Pick<GreenroomApi, 'calendarSources' | 'askForCalendars' | 'changeSetting'>;

interface Props {
  readonly api: Api;
  readonly snapshot: Snapshot;
}

interface SourceProps extends Props {
  readonly source: SourceListing;
  readonly changed: () => void;
}

const sentenceOf = ({ use, permission, calendars, problem }: SourceListing): Message | null => {
  if (use === 'forbidden') return words.forbidden;
  if (use === 'off') return words.off;
  const told = permissionWords[permission];
  if (told !== null) return told;
  return calendars.length === 0 && problem === null ? words.empty : null;
};

const mayAsk = (permission: Permission): boolean => permission === 'not-asked';

const Source = ({ source, api, snapshot, changed }: SourceProps) => {
  const values = valuesInForce(snapshot.settings, calendarSettings);
  const sentence = sentenceOf(source);
  const tick = (id: string, on: boolean): void => {
    const next = ticked(values, id, on);
    // One after the other: each is kept by itself.
    api
      .changeSetting(calendarSettings.id, 'shown', next.shown)
      .then(() => api.changeSetting(calendarSettings.id, 'unshown', next.unshown))
      .then(changed, changed);
  };
  const ask = (id: SourceId): void => void api.askForCalendars(id).then(changed, changed);
  return (
    <fieldset className="calendar-source">
      <legend>
        {source.name}
        {source.preview && <span className="note"> {localise(words.preview)}</span>}
      </legend>
      {sentence !== null && <p className="aside">{localise(sentence)}</p>}
      {source.problem !== null && <p className="aside">{localise(source.problem)}</p>}
      {source.use === 'required' && <p className="aside">{localise(words.required)}</p>}
      {source.calendars.map(({ id, name, on }) => (
        <label key={id}>
          <input type="checkbox" checked={on} onChange={(event) => tick(id, event.currentTarget.checked)} /> {name}
        </label>
      ))}
      {(source.use === 'on' || source.use === 'required') && mayAsk(source.permission) && (
        <button type="button" onClick={() => ask(source.id)}>
          {localise(words.ask({ source: product(source.name) }))}
        </button>
      )}
    </fieldset>
  );
};

export const ComputerCalendars = ({ api, snapshot }: Props) => {
  const [sources, setSources] = useState<readonly SourceListing[] | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the settings, or an answer, triggers it and is no input.
  useEffect(() => {
    let current = true;
    api.calendarSources().then(
      (found) => {
        if (current) setSources(found);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [api, snapshot.settings.calendar, asked]);
  if (sources === null) return null;
  return (
    <div className="calendar-sources">
      <p className="aside">{localise(sources.length === 0 ? words.none : words.about)}</p>
      {sources.map((source) => (
        <Source
          key={source.id}
          source={source}
          api={api}
          snapshot={snapshot}
          changed={() => setAsked((before) => before + 1)}
        />
      ))}
    </div>
  );
};
