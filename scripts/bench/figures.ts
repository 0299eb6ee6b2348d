/** Owns the figures that several benches tell. */

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Null where there is nothing to have a share of. */
export const share = (part: number, all: number): number | null => (all === 0 ? null : Number((part / all).toFixed(3)));
