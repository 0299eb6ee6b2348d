/** Owns what the generators of policy files speak about: every check and area with its keys, from the lists themselves. */

import { checks } from '../../electron/core/checks/index.ts';
import { english } from '../../electron/core/messages/format.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { settingsAreas } from '../../electron/core/settings/index.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly describe: string;
  readonly keys: readonly (readonly [name: string, key: PolicyKey])[];
}

export interface Block {
  readonly name: 'checks' | 'settings';
  readonly title: string;
  readonly describe: string;
  readonly sections: readonly Section[];
}

export const blocks: readonly Block[] = [
  {
    name: 'checks',
    title: 'Checks',
    describe: 'What is looked at, whether it decides the verdict, and from when on it is a fault.',
    sections: checks.map(({ id, question, why, policy }) => ({
      id,
      title: english(question),
      describe: english(why),
      keys: Object.entries(policy),
    })),
  },
  {
    name: 'settings',
    title: 'Settings',
    describe: 'How Greenroom behaves.',
    sections: settingsAreas.map(({ id, title, describe, policy }) => ({
      id,
      title: english(title),
      describe: english(describe),
      keys: Object.entries(policy),
    })),
  },
];

/** "lookMaximumAgeDays" as people read it: "Look maximum age days". */
export const spoken = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, (_all, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

export const describeDefault = (key: PolicyKey): string => {
  if (key.kind === 'list' || key.kind === 'map')
    return Object.keys(key.default).length === 0 ? 'none' : JSON.stringify(key.default);
  return key.default === '' ? 'none' : String(key.default);
};
