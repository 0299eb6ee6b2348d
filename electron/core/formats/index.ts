/** Owns the list of formats in which a result can be told to the tools of an organisation. */

import type { SharedResult } from '../report/shared-result.ts';
import { asciiJson } from '../text/ascii-json.ts';
import { intune } from './intune.ts';
import { jamf } from './jamf.ts';
import { junit } from './junit.ts';
import { ocsf } from './ocsf.ts';
import { prometheus } from './prometheus.ts';
import { sarif } from './sarif.ts';

/** One line of JSON: what collectors read, and what goes to the system's log. Words that are the same everywhere stay out. */
const line = (told: SharedResult): string =>
  `${asciiJson({ ...told, checks: told.checks.map(({ id, state, required }) => ({ id, state, required })) })}\n`;

export const formats = { line, intune, jamf, prometheus, ocsf, sarif, junit } as const satisfies Record<
  string,
  (told: SharedResult) => string
>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];
