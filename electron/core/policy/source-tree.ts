/** Owns the one shape that every source of policy is read into: values with the place where each of them stands. */
import { type Message, messages } from '../messages/messages.ts';
import type { Place } from '../text/input-error.ts';

/** What is said of a policy in any language that it can be written in. */
export const policyFileWords = messages('policy-file', {
  deep: 'it is nested too deeply',
  empty: 'the file is empty',
  large: 'the file is larger than {n, number} KB; no policy is',
});

/** A file with line and column, or a registry value or a key of a property list by its whole name. */
export interface Origin {
  readonly source: string;
  readonly place: Place | null;
}

export interface PolicyEntry {
  readonly key: string;
  readonly origin: Origin;
  readonly value: PolicyNode;
}

export type PolicyNode = { readonly origin: Origin } & (
  | { readonly kind: 'map'; readonly entries: readonly PolicyEntry[] }
  | { readonly kind: 'list'; readonly items: readonly PolicyNode[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
);

/** Something in a policy that cannot be used, and where it stands. */
export interface PolicyFault {
  readonly origin: Origin;
  /** One sentence: what is wrong, and what would be right. */
  readonly message: Message;
  /** What was lost by it may have been asked for: then nobody can say that everything asked for was looked at. */
  readonly decides: boolean;
}

/** "policy.yaml:12:5", or the whole name of a registry value. */
export const originText = ({ source, place }: Origin): string =>
  place === null ? source : `${source}:${place.line}:${place.column}`;

/** Levels of nesting; a policy has five. */
export const MAX_DEPTH = 20;
/** A policy that says everything has some ten kilobytes. */
export const MAX_POLICY_BYTES = 512 * 1024;

/** Line and column of an offset, from 1. */
export const placesIn = (text: string): ((offset: number) => Place) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
};

/** What a source was read into: its values if it could be read at all, and what is wrong with how it is written. */
export interface ReadSource {
  readonly root: PolicyNode | null;
  readonly faults: readonly PolicyFault[];
}
