/** The entry to the invitation analysis: text, mail or calendar in, one answer out. Pure and without any network. */

import type { Inspection } from './inspection.ts';
import { inspectText } from './text.ts';

export { inspectText };
