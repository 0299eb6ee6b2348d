/** Owns everything that a policy may speak about: the list of checks, the list of areas of settings, and this version. */
import packageJson from '../../../package.json' with { type: 'json' };
import { checks } from '../../core/checks/index.ts';
import type { KnownKeys } from '../../core/policy/read.ts';
import { settingsAreas } from '../../core/settings/index.ts';

export const knownKeys: KnownKeys = { checks, areas: settingsAreas, appVersion: packageJson.version };
