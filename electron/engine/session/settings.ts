/** Owns the change of one of the person's own settings: only what a key accepts, and nothing that the organisation has fixed. */
import { checks } from '../../core/checks/index.ts';
import type { SettingChange } from '../../core/ipc/contract.ts';
import { accepts, settingOf } from '../../core/policy/policy.ts';
import { type Governed, settingsAreas } from '../../core/settings/index.ts';
import type { Ground } from './context.ts';

export type ChangeSetting = (id: string, name: string, value: unknown) => Promise<SettingChange>;

interface SettingParts {
  readonly ground: Ground;
  /** Stores one value; null takes it back. */
  readonly store: ((id: string, name: string, value: unknown) => Promise<void>) | undefined;
  /** Called when the new value holds, with the id of its check or area. */
  readonly changed: (id: string) => Promise<void>;
}

export const createChangeSetting =
  ({ ground, store, changed }: SettingParts): ChangeSetting =>
  async (id, name, value) => {
    const theirs = settingsAreas.filter(({ forOrganisation }) => forOrganisation !== true);
    const governed: readonly Governed[] = [...checks, ...theirs];
    const keys = governed.find((one) => one.id === id)?.policy ?? {};
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined || store === undefined) return 'refused';
    if (value !== null && !accepts(key, value)) return 'refused';
    await ground.readPolicy();
    if (settingOf(ground.policy(), id, name, key).layer === 'enforced') return 'managed';
    await store(id, name, value);
    await ground.readPolicy();
    await changed(id);
    return 'changed';
  };
