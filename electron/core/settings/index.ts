/** Owns the list of areas of settings, in the order in which a person reads them. A new area is one file and one line here. */
import { type Policy, type Setting, settingOf } from '../policy.ts';
import type { SettingsArea } from './area.ts';
import { catalogueSettings } from './catalogue.ts';
import { checkingSettings } from './checking.ts';
import { helpDeskSettings } from './help-desk.ts';
import { reportingSettings } from './reporting.ts';

export const settingsAreas: readonly SettingsArea[] = [
  checkingSettings,
  catalogueSettings,
  helpDeskSettings,
  reportingSettings,
];

export type { Governed } from '../policy/read.ts';

/** Area → key → the value in force and the layer that set it. */
export type SettingsInForce = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

export const settingsInForce = (policy: Policy): SettingsInForce =>
  Object.fromEntries(
    settingsAreas.map(({ id, policy: keys }) => [
      id,
      Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, settingOf(policy, id, name, key)])),
    ]),
  );
