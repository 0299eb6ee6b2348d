/** Owns the shape of a public feed of versions: an address, and a small parser for what it sends. */
import * as v from 'valibot';
import type { Platform } from '../../facts/index.ts';
import type { IsoDate } from '../../text/time.ts';

/** A version that a feed says is out. */
export interface FoundRelease {
  readonly product: string;
  readonly platform: Platform;
  readonly architecture?: string;
  readonly branch?: string;
  /** Of several lines that are kept up side by side, an older one. */
  readonly line?: string;
  readonly version: string;
  /** When it came out; absent where the feed does not say. */
  readonly date?: IsoDate;
}

/** The end of support of an operating-system release. */
export interface FoundSystem {
  readonly id: string;
  readonly version: string;
  readonly ends: IsoDate | null;
}

export interface Found {
  readonly releases?: readonly FoundRelease[];
  readonly systems?: readonly FoundSystem[];
}

export interface Feed {
  /** Key of the feed in the catalogue's sources. */
  readonly id: string;
  readonly what: string;
  readonly url: string;
  /** What it has to be asked as, where it answers nothing else. */
  readonly userAgent?: string;
  /** Throws when the text is of another form. */
  parse(text: string): Found;
}

export const desktop: readonly Platform[] = ['win32', 'darwin', 'linux'];

/** Reads JSON of a given form. */
export const json = <S extends v.GenericSchema>(text: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(text));

/** Only what the catalogue can hold: digits and dots. */
export const plainVersion = v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,12}){0,5}$/));
export const day = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 10)),
  v.isoDate(),
);

/** The one of these that is highest. Throws when there is none. */
export const highest = <T>(items: readonly T[], compare: (a: T, b: T) => number): T => {
  const last = items.toSorted(compare).at(-1);
  if (last === undefined) throw new Error('the feed is empty');
  return last;
};
