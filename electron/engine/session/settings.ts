/** Owns the change of one of the person's own settings: only what a key accepts, and nothing that the organisation has fixed. */
import { checks } from '../../core/checks/index.ts';
import type { SettingChange } from '../../core/ipc/contract.ts';
import { accepts, settingOf } from '../../core/policy/policy.ts';
import { type EffectiveSettings, settingsAreas } from '../../core/settings/index.ts';
import type { RunContext } from './context.ts';

export type ChangeSetting = (id: string, name: string, value: unknown) => Promise<SettingChange>;

interface SettingParts {
  readonly context: RunContext;
  /** Stores one value; null takes it back. */
  readonly store: ((id: string, name: string, value: unknown) => Promise<void>) | undefined;
  /** Called when the new value holds, with the id of its check or area. */
  readonly changed: (id: string) => Promise<void>;
}

export const createChangeSetting =
  ({ context, store, changed }: SettingParts): ChangeSetting =>
  async (id, name, value) => {
    const theirs = settingsAreas.filter(({ adminOnly: forOrganisation }) => forOrganisation !== true);
    const governed: readonly EffectiveSettings[] = [...checks, ...theirs];
    const keys = governed.find((one) => one.id === id)?.policy ?? {};
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined || store === undefined) return 'refused';
    if (value !== null && !accepts(key, value)) return 'refused';
    await context.readPolicy();
    if (settingOf(context.policy(), id, name, key).layer === 'enforced') return 'managed';
    await store(id, name, value);
    await context.readPolicy();
    await changed(id);
    return 'changed';
  };
