/** Owns ranges of versions as an organisation writes them (">=6.0.2 <7 || 8.x"), judged by Greenroom's own comparison. */
import { parseVersion, type Relation, relation, type Version } from './version.ts';

/** `below` and `within` look only at as many parts as they were given: what stands behind them decides nothing. */
interface Comparator {
  readonly op: '>' | '>=' | '<' | '<=' | '=' | 'below' | 'any';
  readonly version: string;
}

/** One of these has to hold as a whole. */
export interface VersionRange {
  readonly text: string;
  readonly alternatives: readonly (readonly Comparator[])[];
}

const LONGEST = 200;
const NUMBERS = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})(?:\.[xX*])*((?:-?[a-z]{1,20}(?:[-.]?[a-z0-9]{1,20}){0,6})?)$/i;

/** The first number not below "6.1" counted up at its part `index`: "6.2". */
const nextAt = (parts: readonly string[], index: number): string =>
  [...parts.slice(0, index), String(Number(parts[index] ?? '0') + 1)].join('.');

/** "^0.2.3" lets the first part that is not zero stay as it is. */
const caretIndex = (parts: readonly string[]): number => {
  const index = parts.findIndex((part) => Number(part) !== 0);
  return index < 0 ? parts.length - 1 : index;
};

const comparatorsOf = (word: string): readonly Comparator[] | null => {
  if (/^[xX*]$/.test(word)) return [{ op: 'any', version: '0' }];
  const match = /^(>=|<=|>|<|=|\^|~)?(.+)$/.exec(word);
  const written = NUMBERS.exec(match?.[2] ?? '');
  if (match === null || written === null) return null;
  const [, numbers = '', before = ''] = written;
  const version = numbers + before;
  const parts = numbers.split('.');
  switch (match[1]) {
    case '^':
      return [
        { op: '>=', version },
        { op: 'below', version: nextAt(parts, caretIndex(parts)) },
      ];
    case '~':
      return [
        { op: '>=', version },
        { op: 'below', version: nextAt(parts, Math.min(1, parts.length - 1)) },
      ];
    case undefined:
      return [{ op: '=', version }];
    default:
      return [{ op: match[1] as '>' | '>=' | '<' | '<=' | '=', version }];
  }
};

const alternativeOf = (text: string): readonly Comparator[] | null => {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text.trim());
  // "1.2 - 2.3": both ends belong to it.
  const words = hyphen === null ? text.replace(/(>=|<=|>|<|=|\^|~)\s+/g, '$1').split(/[\s,]+/) : [];
  const all = hyphen === null ? words.filter((word) => word !== '') : [`>=${hyphen[1]}`, `<=${hyphen[2]}`];
  const comparators = all.map(comparatorsOf);
  return all.length === 0 || comparators.includes(null) ? null : comparators.flatMap((some) => some ?? []);
};

/** Reads a range. Null when it is none. Takes linear time on any text. */
export const parseRange = (text: string): VersionRange | null => {
  if (text.length > LONGEST) return null;
  const alternatives = text.split('||').map(alternativeOf);
  return alternatives.includes(null)
    ? null
    : {
        text: text.trim().replace(/\s+/g, ' '),
        alternatives: alternatives.flatMap((one) => (one === null ? [] : [one])),
      };
};

export type Satisfied = 'yes' | 'no' | 'unknown';

/** "6.0" is not known to be 6.0.2 or newer: it leaves out what decides. */
const saysTooLittle = (found: Version, wanted: Version): boolean =>
  found.parts.length < wanted.parts.length && wanted.parts.slice(found.parts.length).some((part) => part !== '0');

const holds = (op: Comparator['op'], found: Version, wanted: Version): Satisfied => {
  if (op === 'any') return 'yes';
  if (op === 'below') {
    // A beta of 7 is no 6 any more.
    const is = relation({ ...found, before: null }, { ...wanted, before: null });
    return is === 'unknown' ? 'unknown' : is === 'older' ? 'yes' : 'no';
  }
  const is: Relation = relation(found, wanted);
  if (is === 'unknown') return 'unknown';
  if (is !== 'same') return (is === 'newer') === (op === '>' || op === '>=') && op !== '=' ? 'yes' : 'no';
  if (saysTooLittle(found, wanted)) return 'unknown';
  return op === '=' || op === '>=' || op === '<=' ? 'yes' : 'no';
};

/**
 * Whether a found version lies in a range. A range speaks of the parts it names: "<=6.1" holds 6.1.9, and ">6.1" begins
 * at 6.2. A pre-release is older than its release. `unknown` when the found version leaves out what decides; `read` spells
 * the versions of the range the way the found one is spelled.
 */
export const satisfies = (
  found: Version,
  range: VersionRange,
  read: (text: string) => Version | null = parseVersion,
): Satisfied => {
  const answers = range.alternatives.map((comparators) => {
    const each = comparators.map(({ op, version }) => {
      const wanted = read(version);
      return wanted === null ? 'unknown' : holds(op, found, wanted);
    });
    return each.includes('no') ? 'no' : each.includes('unknown') ? 'unknown' : 'yes';
  });
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
};
