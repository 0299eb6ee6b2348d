/** Owns when Veeam Agent last made a backup, from its own event log. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
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

/** Undefined when there is no such log, or it holds no job. Throws `FactUnavailable` where this account may not read it. */
export const veeamJobs = async (machine: Machine): Promise<VeeamJobs | undefined> => {
  const found = await attempt(section(machine, 'veeam', schema));
  if (found instanceof FactUnavailable && found.why === 'denied') throw found;
  if (found instanceof FactUnavailable || found.jobs.length === 0) return undefined;
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
