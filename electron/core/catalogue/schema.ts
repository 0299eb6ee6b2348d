/** Owns the check of a catalogue file: its shape, and that every source it names is listed. */

import semver from 'semver';
import * as v from 'valibot';
import { platforms } from '../facts/index.ts';
import { messages } from '../messages/messages.ts';
import { term, version as versionValue } from '../messages/value.ts';
import { isNeeded, readNeeds } from '../policy/needs.ts';
import { InputError } from '../text/input-error.ts';
import { parseInput, parseJson, placeOf } from '../text/json-input.ts';
import type { Catalogue } from './catalogue.ts';

const words = messages('catalogue-file', { needs: 'this list is for Greenroom {range}; this is {own}' });

const CATALOGUE_SCHEMA = 'greenroom.catalogue/1';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected lower-case letters, digits and hyphens'));
/** A version as the catalogue may state it: digits and dots only, so that comparing it can hold no surprise. */
const version = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,12}){0,5}$/, 'expected a version of digits and dots'));
/** JavaScript reads 31 February as 3 March. */
const isCalendarDay = (day: string): boolean => {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};
const date = v.pipe(
  v.string(),
  v.isoDate('expected a day as YYYY-MM-DD'),
  v.check(isCalendarDay, 'expected a day of the calendar'),
);
const platform = v.picklist(platforms);
const sourced = { confirmed: v.boolean(), source: text };
const optional = v.exactOptional;
const few = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(500));

const windowsTraces = v.strictObject({
  uninstall: optional(
    few(
      v.strictObject({
        name: optional(text),
        publisher: optional(text),
        key: optional(text),
        kind: text,
        branch: optional(id),
      }),
    ),
  ),
  msix: optional(few(text)),
  registry: optional(few(v.strictObject({ key: text, value: text }))),
  files: optional(few(text)),
  signers: optional(few(text)),
});

const macTraces = v.strictObject({
  bundleIds: few(text),
  apps: few(text),
  teamId: optional(text),
  versionKey: optional(text),
});

const linuxTraces = v.strictObject({
  packages: optional(
    few(
      v.strictObject({
        name: text,
        branch: optional(id),
        databases: optional(few(v.picklist(['dpkg', 'rpm', 'pacman']))),
      }),
    ),
  ),
  flatpak: optional(few(text)),
  snap: optional(few(text)),
  versionFiles: optional(few(v.pipe(text, v.startsWith('/')))),
  looseNames: optional(few(text)),
});

const release = v.strictObject({
  platform,
  architecture: optional(text),
  branch: optional(id),
  line: optional(version),
  version,
  earliest: optional(date),
  date,
  seenOn: date,
  ...sourced,
});

const minimum = v.strictObject({ platform, version, from: date, ...sourced });

const advisory = v.pipe(
  v.strictObject({
    id: text,
    platforms: v.pipe(v.array(platform), v.minLength(1)),
    branch: optional(id),
    fixedIn: optional(version),
    lastAffected: optional(version),
    affectedFrom: optional(version),
    severity: v.picklist(['critical', 'high', 'medium', 'low']),
    exploited: optional(v.boolean()),
    published: optional(date),
    ...sourced,
  }),
  v.check(
    (entry) => (entry.fixedIn === undefined) !== (entry.lastAffected === undefined),
    'expected either "fixedIn" or "lastAffected"',
  ),
);

const product = v.strictObject({
  id,
  name: text,
  kind: v.picklist(['meeting-app', 'browser']),
  vendor: text,
  scheme: v.picklist(['plain', 'zoom', 'teams', 'firefox', 'brave', 'whatsapp', 'separate-series']),
  traces: v.strictObject({
    win32: optional(windowsTraces),
    darwin: optional(macTraces),
    linux: optional(linuxTraces),
  }),
  officialSites: optional(
    few(v.pipe(text, v.regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+(\/.*)?$/, 'expected a host or a place on one'))),
  ),
  installers: optional(few(id)),
  newest: few(release),
  minimum: few(minimum),
  advisories: few(advisory),
  ageing: optional(
    v.strictObject({
      usableDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
      blockedDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
      ...sourced,
    }),
  ),
  retired: optional(v.strictObject({ date, words: text, replacedBy: optional(id), ...sourced })),
  sharedParts: optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  rhythm: optional(v.strictObject({ days: v.pipe(v.number(), v.integer(), v.minValue(1)), ...sourced })),
  joinsInBrowser: v.boolean(),
});

const system = v.strictObject({
  id,
  version: text,
  name: text,
  codename: optional(id),
  editions: optional(few(text)),
  ends: v.nullable(date),
  endsNotBefore: optional(date),
  extendedEnds: optional(date),
  paidEnds: optional(date),
  ...sourced,
});

const needs = v.strictObject({
  greenroom: v.pipe(
    v.string(),
    v.check((it) => readNeeds(it) !== null, 'expected a range of versions, such as ">=0.3.0"'),
  ),
});

const shape = v.strictObject({
  schema: v.literal(CATALOGUE_SCHEMA),
  asOf: date,
  sources: v.record(text, v.strictObject({ what: text, date: text })),
  products: few(product),
  systems: few(system),
  zoomWindowsBuilds: v.record(v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,9}$/)), version),
  needs: optional(needs),
  greenroom: optional(
    v.strictObject({
      newest: v.pipe(
        v.string(),
        v.check((it) => semver.valid(it) !== null, 'expected a version such as 0.3.0'),
      ),
      electron: few(v.strictObject({ major: v.pipe(v.number(), v.integer(), v.minValue(1)), ends: date })),
    }),
  ),
});

const sourcesOf = (catalogue: v.InferOutput<typeof shape>): string[] =>
  [
    catalogue.systems,
    ...catalogue.products.flatMap(({ newest, minimum: least, advisories, ageing, retired, rhythm }) => [
      newest,
      least,
      advisories,
      ageing === undefined ? [] : [ageing],
      retired === undefined ? [] : [retired],
      rhythm === undefined ? [] : [rhythm],
    ]),
  ].flatMap((entries) => entries.map((entry) => entry.source));

const catalogueSchema = v.pipe(
  shape,
  v.check(
    (catalogue) => new Set(catalogue.products.map((entry) => entry.id)).size === catalogue.products.length,
    'two products have the same id',
  ),
  v.check(
    (catalogue) => sourcesOf(catalogue).every((source) => Object.hasOwn(catalogue.sources, source)),
    'an entry names a source that "sources" does not list',
  ),
);

/**
 * Reads a catalogue from outside. Throws `InputError` with file, line and column; in one sentence when it is for another
 * Greenroom than this.
 */
export const parseCatalogue = (file: string, content: string, appVersion: string): Catalogue => {
  const wanted = v.safeParse(v.looseObject({ needs }), parseJson(file, content));
  const range = wanted.success ? readNeeds(wanted.output.needs.greenroom) : null;
  if (range !== null && !isNeeded(appVersion, range))
    throw new InputError(
      file,
      words.needs({ range: term(range), own: versionValue(appVersion) }),
      placeOf(content, ['needs']),
    );
  return parseInput(file, content, catalogueSchema);
};
