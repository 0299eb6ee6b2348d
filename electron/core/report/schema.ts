/** Owns reading a stored report back: nothing from the disk is believed before it has this shape. */
import * as v from 'valibot';
import { checkIds, isCheckId } from '../checks/ids.ts';
import { checks } from '../checks/index.ts';
import { causes } from '../facts/fact.ts';
import { english } from '../messages/format.ts';
import { messageSchema } from '../messages/schema.ts';
import { parseInput } from '../text/json-input.ts';
import { areas } from './areas.ts';
import { type Finding, judgedStates, states, unknownCauses, whens } from './finding.ts';
import { REPORT_SCHEMA, type Report, withFindings } from './report.ts';

const text = v.string();
const time = v.pipe(v.string(), v.isoTimestamp());
const milliseconds = v.pipe(v.number(), v.minValue(0));

const minutes = v.pipe(v.number(), v.minValue(0));

const remedy = v.object({
  id: text,
  label: text,
  minutes: v.exactOptional(minutes),
  steps: v.array(text),
  command: v.exactOptional(text),
  link: v.exactOptional(text),
});

const subject = { id: v.picklist(checkIds), subject: v.nullable(text) };
const told = {
  required: v.boolean(),
  title: text,
  messages: v.exactOptional(
    v.object({
      title: v.exactOptional(messageSchema),
      found: v.exactOptional(messageSchema),
      wanted: v.exactOptional(messageSchema),
      why: v.exactOptional(messageSchema),
    }),
  ),
  evidence: v.object({ found: text, wanted: v.nullable(text), source: text, at: time }),
  app: v.exactOptional(
    v.object({
      product: text,
      version: v.nullable(text),
      joining: v.exactOptional(v.picklist(['turned-away', 'doubtful'])),
    }),
  ),
  audience: v.exactOptional(v.picklist(['helpdesk', 'hidden'])),
  managed: v.exactOptional(v.array(v.object({ key: text, value: text, source: text }))),
  durationMs: milliseconds,
};
const quiet = { ...subject, area: v.picklist(areas), when: v.null(), minutes: v.null(), ...told };
const open = {
  ...subject,
  area: v.picklist(areas),
  when: v.picklist(whens),
  minutes: v.nullable(minutes),
  ...told,
  why: text,
  remedies: v.array(remedy),
};

const waiver = v.object({
  by: v.picklist(['user', 'organisation']),
  reason: text,
  until: time,
  judged: v.picklist(judgedStates),
});
const cause = v.picklist(unknownCauses);

const finding = v.variant('state', [
  v.object({ ...quiet, state: v.literal('pass'), why: v.null(), remedies: v.array(v.never()) }),
  v.object({
    ...quiet,
    state: v.picklist(['not-applicable', 'not-done']),
    why: v.nullable(text),
    remedies: v.array(remedy),
  }),
  v.object({ ...open, state: v.picklist(['fail', 'caution']) }),
  v.object({ ...open, state: v.literal('unknown'), cause }),
  v.object({ ...open, state: v.literal('waived'), waiver, cause: v.exactOptional(cause) }),
]);

/** A check that this version of Greenroom does not have says nothing to it. */
const known = v.pipe(
  v.array(v.looseObject({ id: text })),
  v.filterItems(({ id }) => isCheckId(id)),
);

const about = {
  verdict: v.picklist(['ready', 'caution', 'not-ready', 'undetermined']),
  startedAt: time,
  durationMs: milliseconds,
  deadlineMs: milliseconds,
  only: v.nullable(v.array(text)),
  machine: v.object({
    platform: v.picklist(['linux', 'darwin', 'win32']),
    os: text,
    version: text,
    arch: text,
    computer: v.exactOptional(
      v.object({
        maker: v.nullable(text),
        model: v.nullable(text),
        form: v.nullable(v.picklist(['portable', 'stationary'])),
        virtualMachine: v.nullable(v.string()),
        remoteSession: v.boolean(),
        processor: v.nullable(text),
        cores: v.number(),
        memoryBytes: v.number(),
      }),
    ),
  }),
  policy: v.object({ source: v.nullable(text), digest: v.nullable(text) }),
  catalogue: v.object({ asOf: text, source: text }),
  probes: v.array(
    v.object({
      fact: text,
      state: v.picklist(['known', 'unknown']),
      cause: v.exactOptional(v.picklist(causes)),
      reason: v.exactOptional(text),
      message: v.exactOptional(messageSchema),
      durationMs: milliseconds,
      commands: v.array(text),
    }),
  ),
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const reportSchema = v.object({
  schema: v.literal(REPORT_SCHEMA),
  ...about,
  areas: v.array(
    v.object({
      id: v.picklist(areas),
      state: v.picklist(states),
      counts: v.object({
        fail: count,
        caution: count,
        unknown: count,
        'not-done': count,
        waived: count,
        pass: count,
        'not-applicable': count,
      }),
      first: count,
    }),
  ),
  findings: v.pipe(known, v.array(finding)),
  hidden: v.exactOptional(v.pipe(known, v.array(finding))),
  names: v.exactOptional(v.array(v.string())),
  upgraded: v.exactOptional(v.literal(true)),
});

/** A finding as the first schema had it: without area, time and cause. */
const earlierFinding = v.object({
  ...subject,
  state: v.picklist(['pass', 'caution', 'fail', 'unknown', 'not-applicable', 'waived']),
  ...told,
  why: v.nullable(text),
  remedies: v.array(remedy),
  waiver: v.exactOptional(waiver),
});

const upgradedFinding = ({ state, waiver: aside, ...told }: v.InferOutput<typeof earlierFinding>): readonly Finding[] =>
  checks.flatMap(({ id, area, when, why: reason }): readonly Finding[] => {
    if (id !== told.id) return [];
    const { why, remedies, ...rest } = told;
    // What was required then was so by default; now that word is policy's alone.
    const own = { ...rest, area, required: false };
    const nothing = { when: null, minutes: null } as const;
    const open = { when, minutes: remedies[0]?.minutes ?? null, why: why ?? english(reason), remedies };
    if (state === 'pass') return [{ ...own, ...nothing, state, why: null, remedies: [] }];
    if (state === 'not-applicable') return [{ ...own, ...nothing, state, why, remedies }];
    if (state === 'unknown') return [{ ...own, ...open, state, cause: 'inconclusive' }];
    if (state !== 'waived') return [{ ...own, ...open, state }];
    return aside === undefined
      ? [{ ...own, ...open, state: 'unknown', cause: 'inconclusive' }]
      : [{ ...own, ...open, state, waiver: aside }];
  });

const earlierReport = v.object({
  schema: v.literal('greenroom.report/1'),
  ...about,
  findings: v.pipe(known, v.array(earlierFinding)),
});

const stored = v.variant('schema', [reportSchema, earlierReport]);

/**
 * Reads a stored report; one of an earlier Greenroom is judged by the rules of today and marked. Throws `InputError` with
 * file, line and column.
 */
export const parseReport = (file: string, text: string): Report => {
  const report = parseInput(file, text, stored);
  if (report.schema === REPORT_SCHEMA) return withFindings(report, report.findings);
  const findings = report.findings.flatMap(upgradedFinding);
  return withFindings({ ...report, schema: REPORT_SCHEMA, areas: [], findings, upgraded: true }, findings);
};
