/** Owns reading a stored report back: nothing from the disk is believed before it has this shape. */
import * as v from 'valibot';
import { checkIds, isCheckId } from '../checks/ids.ts';
import { causes } from '../facts/fact.ts';
import { parseInput } from '../text/json-input.ts';
import { REPORT_SCHEMA, type Report } from './build.ts';
import { groups, judgedStates } from './finding.ts';

const text = v.string();
const time = v.pipe(v.string(), v.isoTimestamp());
const milliseconds = v.pipe(v.number(), v.minValue(0));

const remedy = v.object({
  id: text,
  label: text,
  minutes: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  steps: v.array(text),
  command: v.exactOptional(text),
  link: v.exactOptional(text),
});

const base = {
  id: v.picklist(checkIds),
  subject: v.nullable(text),
  group: v.picklist(groups),
  required: v.boolean(),
  title: text,
  evidence: v.object({ found: text, wanted: v.nullable(text), source: text, at: time }),
  app: v.exactOptional(v.object({ product: text, version: v.nullable(text) })),
  managed: v.exactOptional(v.array(v.object({ key: text, value: text, source: text }))),
  durationMs: milliseconds,
};

const waiver = v.object({
  by: v.picklist(['user', 'organisation']),
  reason: text,
  until: time,
  judged: v.picklist(judgedStates),
});

const finding = v.variant('state', [
  v.object({ ...base, state: v.literal('pass'), why: v.null(), remedies: v.array(v.never()) }),
  v.object({ ...base, state: v.literal('not-applicable'), why: v.nullable(text), remedies: v.array(remedy) }),
  v.object({ ...base, state: v.picklist(judgedStates), why: text, remedies: v.array(remedy) }),
  v.object({ ...base, state: v.literal('waived'), why: text, remedies: v.array(remedy), waiver }),
]);

/** A check that this version of Greenroom does not have says nothing to it. */
const findings = v.pipe(
  v.array(v.looseObject({ id: text })),
  v.filterItems(({ id }) => isCheckId(id)),
  v.array(finding),
);

export const reportSchema = v.object({
  schema: v.literal(REPORT_SCHEMA),
  verdict: v.picklist(['ready', 'caution', 'not-ready', 'undetermined']),
  startedAt: time,
  durationMs: milliseconds,
  deadlineMs: milliseconds,
  only: v.nullable(v.array(text)),
  machine: v.object({ platform: v.picklist(['linux', 'darwin', 'win32']), os: text, version: text, arch: text }),
  policy: v.object({ source: v.nullable(text), digest: v.nullable(text) }),
  catalogue: v.object({ asOf: text, source: text }),
  findings,
  probes: v.array(
    v.object({
      fact: text,
      state: v.picklist(['known', 'unknown']),
      cause: v.exactOptional(v.picklist(causes)),
      reason: v.exactOptional(text),
      durationMs: milliseconds,
      commands: v.array(text),
    }),
  ),
});

/** Reads a stored report. Throws `InputError` with file, line and column. */
export const parseReport = (file: string, text: string): Report => parseInput(file, text, reportSchema);
