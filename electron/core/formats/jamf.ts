/** Owns the text of a Jamf extension attribute: one `<result>` element. Source of the form: Jamf Pro's administrator guide. */

import { english } from '../messages/format.ts';
import { openChecks, type SharedResult } from '../report/shared-result.ts';
import { verdictNames } from '../text/phrases.ts';
import { escapeXml } from './xml.ts';

export const jamf = (told: SharedResult): string => {
  const open = openChecks(told).map(({ id, state }) => `${id} (${state})`);
  const lines = [
    english(verdictNames[told.verdict]),
    ...(open.length === 0 ? [] : [open.join(', ')]),
    `Checked ${told.at}`,
  ];
  return `<result>${escapeXml(lines.join('\n'))}</result>\n`;
};
