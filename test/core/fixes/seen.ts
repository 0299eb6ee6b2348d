/** What a fix looks at, as a test says it. */
import { isAllowed } from '../../../electron/core/fixes/allowed.ts';
import type { Answer, Seen, SeenFacts, Step } from '../../../electron/core/fixes/fix.ts';

export const said = (stdout: string, code = 0, stderr = ''): Answer => ({ code, stdout, stderr });

/** What a step starts or opens, as a person would type it. What no fix may do fails its test. */
export const typed = (step: Step): string => {
  if (!isAllowed(step)) throw new Error(`not allowed: ${JSON.stringify(step)}`);
  return step.does === 'awake' ? step.does : step.does === 'open' ? step.address : step.args.join(' ');
};

export const seen = (answers: readonly Answer[], facts: SeenFacts = {}): Seen => ({
  answers,
  facts,
  flatpaks: new Map([['us.zoom.Zoom', 'Zoom']]),
  until: '2026-11-30T15:05:00Z',
});
