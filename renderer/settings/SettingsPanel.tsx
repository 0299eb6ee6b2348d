/** Owns the settings: what a person may set, by the one list of areas. */
import { Fragment, useEffect, useId, useRef } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { SettingsArea } from '../../electron/core/settings/area.ts';
import { calendarSettings } from '../../electron/core/settings/calendar.ts';
import { settingsAreas } from '../../electron/core/settings/index.ts';
import { startSettings } from '../../electron/core/settings/start.ts';
import { ComputerCalendars } from './ComputerCalendars.tsx';
import { LoginNote } from './LoginNote.tsx';
import { SettingField } from './SettingField.tsx';

const words = says('settings', { settings: 'Settings', close: 'Close' });

interface Props {
  readonly api: GreenroomApi;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** What a person may set; the rest is said by a policy or not at all. */
const shownAreas = settingsAreas.filter((area) => area.adminOnly !== true && area.words !== undefined);

const SettingsPanel = ({ api, snapshot, onClose }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <section className="settings" aria-labelledby="settings-title">
      <div className="camera-head">
        <h2 id="settings-title" tabIndex={-1} ref={heading}>
          {words.settings}
        </h2>
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {shownAreas.map((area) => (
        <Area key={area.id} area={area} api={api} snapshot={snapshot} />
      ))}
    </section>
  );
};
export default SettingsPanel;

const Area = ({ area, api, snapshot }: { readonly area: SettingsArea } & Pick<Props, 'api' | 'snapshot'>) => {
  const title = useId();
  return (
    <section className="area" aria-labelledby={title}>
      <h3 id={title}>{localise(area.title)}</h3>
      <p className="about">{localise(area.describe)}</p>
      {Object.entries(area.policy).map(([name, key]) => {
        const setting = snapshot.settings[area.id]?.[name];
        const own = area.words?.[name];
        return setting === undefined || own === undefined || key.kind === 'map' ? null : (
          <Fragment key={name}>
            <SettingField
              policyKey={key}
              words={own}
              setting={setting}
              source={snapshot.report?.policy.source ?? null}
              change={(value) => api.changeSetting(area.id, name, value)}
            />
            {/* Beside the switch that fills it. */}
            {area.id === calendarSettings.id && name === 'useComputer' && (
              <ComputerCalendars api={api} snapshot={snapshot} />
            )}
          </Fragment>
        );
      })}
      {area.id === startSettings.id && <LoginNote api={api} settings={snapshot.settings[area.id]} />}
    </section>
  );
};
