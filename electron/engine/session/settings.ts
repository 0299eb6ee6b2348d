/** Owns the change of one of the person's own settings: only what a key accepts, and nothing that the organisation has fixed. */
import { checks } from '../../core/checks/index.ts';
import type { SettingChange } from '../../core/ipc/contract.ts';
import { accepts, isPolicyOnly } from '../../core/policy/accepts.ts';
import { settingOf } from '../../core/policy/policy.ts';
import { type Configurable, settingsAreas } from '../../core/settings/index.ts';
import { storeSetting } from '../storage/settings-store.ts';
import type { Context } from './context.ts';

export type ChangeSetting = (id: string, name: string, value: unknown) => Promise<SettingChange>;

interface SettingParts {
  /** Greenroom's own. */
  readonly folder: string;
  readonly context: Context;
  /** Called when the new value holds, with the id of its check or area. */
  readonly changed: (id: string) => Promise<void>;
}

export const createChangeSetting =
  ({ folder, context, changed }: SettingParts): ChangeSetting =>
  async (id, name, value) => {
    const theirs = settingsAreas.filter(({ adminOnly: forOrganisation }) => forOrganisation !== true);
    const configurable: readonly Configurable[] = [...checks, ...theirs];
    const keys = configurable.find((one) => one.id === id)?.policy ?? {};
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined) return 'refused';
    if (value !== null && (!accepts(key, value) || isPolicyOnly(key, value))) return 'refused';
    await context.open();
    if (settingOf(context.policy(), id, name, key).layer === 'enforced') return 'managed';
    const stored = await context.attempt(() => storeSetting(folder, id, name, value).then(() => true));
    if (stored === null) return 'refused';
    await context.open();
    await changed(id);
    return 'changed';
  };
