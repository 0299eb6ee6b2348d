/** Owns everything that a policy may speak about: the list of checks and the list of areas of settings. */
import { checks } from '../checks/index.ts';
import { settingsAreas } from '../settings/index.ts';
import type { KnownKeys } from './read.ts';

export const knownKeys: KnownKeys = { checks, areas: settingsAreas };
