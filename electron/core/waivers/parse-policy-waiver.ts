/** Owns the line with which a policy sets a finding aside: "os-patches until 2026-12-31: the rollout is paused". */
import { sanitize } from '../text/sanitize.ts';
import type { IsoTime } from '../text/time.ts';

export interface WaiverLine {
  /** Id of a check, for all its findings; or `findingKey` of one. */
  readonly key: string;
  /** The end of its last day, by the clock of UTC. */
  readonly until: IsoTime;
  readonly reason: string;
}

const LINE = /^([a-z]+(?:-[a-z]+)*(?::.{1,120}?)?) until (\d{4}-\d{2}-\d{2}): (.{1,400})$/;

/** Null when the text is no such line. */
export const readWaiverLine = (text: string): WaiverLine | null => {
  const [, key, day, reason] = LINE.exec(text) ?? [];
  if (key === undefined || day === undefined || reason === undefined) return null;
  const end = new Date(`${day}T23:59:59.999Z`);
  // A day that no calendar has, such as 31 February, is read as another one.
  if (Number.isNaN(end.getTime()) || end.toISOString().slice(0, 10) !== day) return null;
  return { key, until: end.toISOString(), reason: sanitize(reason, 200) };
};
