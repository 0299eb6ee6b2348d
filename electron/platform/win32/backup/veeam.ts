/** Owns when Veeam Agent last made a backup, from its own event log. */

import * as v from 'valibot';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { section } from '../section.ts';

const schema = v.object({ jobs: v.array(v.object({ level: v.number(), at: v.string() })) });

/** Levels of Windows' event log. A job that ended with a warning proves nothing, in neither direction. */
const FAILED = 2;
const WENT_WELL = 4;

export interface VeeamJobs {
  /** Absent when the log names none that went well: it may have been emptied since. */
  readonly finished?: IsoTime;
  readonly laterFailed: boolean;
}

/** Undefined when there is no such log, or it was not shown. */
export const veeamJobs = async (machine: Machine): Promise<VeeamJobs | undefined> => {
  const found = await optional(section(machine, 'veeam', schema));
  if (found === undefined || found.jobs.length === 0) return undefined;
  const last = (level: number): IsoTime | undefined =>
    found.jobs
      .flatMap((job) => (job.level === level ? (isoTime(Date.parse(`${job.at}Z`)) ?? []) : []))
      .sort()
      .at(-1);
  const [finished, failed] = [last(WENT_WELL), last(FAILED)];
  return {
    ...(finished === undefined ? {} : { finished }),
    laterFailed: failed !== undefined && failed > (finished ?? ''),
  };
};
