/** Owns everything that a policy may speak about: the list of checks and the list of areas of settings. */
import { checks } from '../checks/index.ts';
import { settingsAreas } from '../settings/index.ts';
import type { Vocabulary } from './read.ts';

export const vocabulary: Vocabulary = { checks, areas: settingsAreas };
