/** Owns the list of areas of settings, in the order in which a person reads them. A new area is one file and one line here. */
import { type Policy, type PolicyKeys, type PolicyValues, type Setting, settingOf } from '../policy/policy.ts';
import type { SettingsArea } from './area.ts';
import { calendarSettings } from './calendar.ts';
import { cameraSettings } from './camera.ts';
import { catalogueSettings } from './catalogue.ts';
import { checkingSettings } from './checking.ts';
import { fixSettings } from './fixes.ts';
import { helpDeskSettings } from './help-desk.ts';
import { notificationSettings } from './notifications.ts';
import { reportingSettings } from './reporting.ts';
import { scheduleSettings } from './schedule.ts';
import { startSettings } from './start.ts';
import { waiverSettings } from './waivers.ts';

export const settingsAreas: readonly SettingsArea[] = [
  calendarSettings,
  scheduleSettings,
  notificationSettings,
  startSettings,
  checkingSettings,
  catalogueSettings,
  helpDeskSettings,
  cameraSettings,
  waiverSettings,
  fixSettings,
  reportingSettings,
];

export type { Configurable } from '../policy/read.ts';

/** Area → key → the value in force and the layer that set it. */
export type SettingsInForce = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

/** What the window is told of. */
export const settingsInForce = (policy: Policy): SettingsInForce =>
  Object.fromEntries(
    settingsAreas.map(({ id, policy: keys, serverOnly: heldBack = {} as Readonly<Record<string, true>> }) => [
      id,
      Object.fromEntries(
        Object.entries(keys)
          .filter(([name]) => heldBack[name] !== true)
          .map(([name, key]) => [name, settingOf(policy, id, name, key)]),
      ),
    ]),
  );

/** The values of one area as the page was told them. */
export const valuesInForce = <P extends PolicyKeys>(
  settings: SettingsInForce,
  area: SettingsArea<P>,
): PolicyValues<P> =>
  Object.fromEntries(
    Object.entries(area.policy).map(([name, key]) => [name, settings[area.id]?.[name]?.value ?? key.default]),
  ) as PolicyValues<P>;
