/** Owns the settings: what a person may set, on a page of its own and in the order in which a person looks for it. */
import { Fragment, useEffect, useRef } from 'react';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { SettingsArea } from '../../electron/core/settings/area.ts';
import { calendarSettings } from '../../electron/core/settings/calendar.ts';
import { cameraSettings } from '../../electron/core/settings/camera.ts';
import { checkingSettings } from '../../electron/core/settings/checking.ts';
import { notificationSettings } from '../../electron/core/settings/notifications.ts';
import { scheduleSettings } from '../../electron/core/settings/schedule.ts';
import { startSettings } from '../../electron/core/settings/start.ts';
import { useEscape } from '../components/use-escape.ts';
import { AddCalendar } from './AddCalendar.tsx';
import { ComputerCalendars } from './ComputerCalendars.tsx';
import { Footer } from './Footer.tsx';
import { LoginNote } from './LoginNote.tsx';
import { NamedCalendars } from './NamedCalendars.tsx';
import { SettingField } from './SettingField.tsx';

const words = says('settings', {
  settings: 'Settings',
  saved: 'Changes are saved as you make them.',
  parts: 'Parts of the settings',
  advanced: 'Advanced',
  about: 'About Greenroom',
});

/** Which settings have a list with buttons in place of their field. */
const listed: Readonly<Record<string, readonly string[]>> = {
  [calendarSettings.id]: ['files', 'folders', 'addresses'],
};

interface Props {
  readonly api: GreenroomApi;
  readonly snapshot: Snapshot;
  readonly now: number;
  /** The part to begin with; null: the first. */
  readonly part: string | null;
  readonly onClose: () => void;
}

type Own = Pick<Props, 'api' | 'snapshot' | 'now'>;

const Fields = ({ area, api, snapshot }: Own & { readonly area: SettingsArea }) =>
  Object.entries(area.policy).map(([name, key]) => {
    const setting = snapshot.settings[area.id]?.[name];
    const own = area.words?.[name];
    if (setting === undefined || own === undefined || key.kind === 'map') return null;
    if (listed[area.id]?.includes(name) === true) return null;
    return (
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
  });

const parts: readonly { readonly id: string; readonly areas: readonly SettingsArea[] }[] = [
  { id: startSettings.id, areas: [startSettings] },
  { id: notificationSettings.id, areas: [notificationSettings] },
  { id: calendarSettings.id, areas: [calendarSettings] },
  { id: cameraSettings.id, areas: [cameraSettings] },
  { id: scheduleSettings.id, areas: [scheduleSettings] },
  { id: 'advanced', areas: [checkingSettings] },
  { id: 'about', areas: [] },
];
const titleOf = ({ id, areas: [area] }: (typeof parts)[number]): string => {
  if (id === 'advanced') return words.advanced;
  return area === undefined ? words.about : localise(area.title);
};

const SettingsPage = ({ part, onClose, ...own }: Props) => {
  const headings = useRef(new Map<string, HTMLHeadingElement>());
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (id: string): void => {
    const wanted = headings.current.get(id);
    wanted?.scrollIntoView({ block: 'start' });
    wanted?.focus({ preventScroll: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each way here.
  useEffect(() => {
    if (part === null) heading.current?.focus();
    else show(part);
  }, [part]);
  useEscape(onClose);
  const { api, snapshot, now } = own;
  return (
    <section className="single settings" aria-labelledby="settings-title">
      <header>
        <h2 id="settings-title" tabIndex={-1} ref={heading}>
          {words.settings}
        </h2>
        <span className="sum">{words.saved}</span>
      </header>
      <nav className="parts" aria-label={words.parts}>
        {parts.map((one) => (
          <button key={one.id} type="button" onClick={() => show(one.id)}>
            {titleOf(one)}
          </button>
        ))}
      </nav>
      <div className="groups">
        {parts.map((one) => (
          <section className="part" key={one.id} aria-labelledby={`part-${one.id}`}>
            <header>
              <h3
                id={`part-${one.id}`}
                tabIndex={-1}
                ref={(element) => {
                  if (element !== null) headings.current.set(one.id, element);
                }}
              >
                {titleOf(one)}
              </h3>
            </header>
            {one.areas.map((area) => (
              <p className="about" key={area.id}>
                {localise(area.describe)}
              </p>
            ))}
            <div className="sheet">
              {one.id === calendarSettings.id && <NamedCalendars snapshot={snapshot} now={now} api={api} />}
              {one.id === calendarSettings.id && <AddCalendar snapshot={snapshot} api={api} />}
              {one.areas.map((area) => (
                <Fields key={area.id} area={area} {...own} />
              ))}
              {one.id === startSettings.id && <LoginNote api={api} settings={snapshot.settings[one.id]} />}
              {one.id === 'about' && <Footer snapshot={snapshot} api={api} />}
            </div>
          </section>
        ))}
      </div>
    </section>
  );
};
export default SettingsPage;
