/** Owns dividing a side of a picture among the cells of a smaller one. */

export interface Span {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

/** The source rows (or columns) of each of so many cells; each has one at least. */
export const spans = (from: number, to: number): readonly Span[] =>
  Array.from({ length: to }, (_, n) => {
    const first = Math.min(from - 1, Math.floor((n * from) / to));
    return { first, end: Math.max(first + 1, Math.floor(((n + 1) * from) / to)) };
  });
