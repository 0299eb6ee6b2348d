/** Owns the built-in catalogue: the data file beside it, under its type. */

import data from './catalogue.json' with { type: 'json' };
import type { Catalogue } from './catalogue.ts';

/** Its shape is proved by a test against the schema, so that no start has to pay for it. */
export const builtInCatalogue = data as unknown as Catalogue;
