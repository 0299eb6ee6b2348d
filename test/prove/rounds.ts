/** Owns how much of a proof by repetition is made: all of it, or the share that `GREENROOM_PROVE_SHARE` names, from 0 to 1. */
const share = Number(process.env.GREENROOM_PROVE_SHARE ?? 1);

export const rounds = (all: number): number => Math.max(1, Math.ceil(all * share));

/** Of many cases of one kind: that share of them, two at least, at even distances from the first on. */
export const someOf = <T>(cases: readonly T[]): readonly T[] => {
  const most = Math.max(2, Math.ceil(cases.length * share));
  const step = cases.length / most;
  return cases.filter((_, index) => step <= 1 || Math.floor(index / step) !== Math.floor((index - 1) / step));
};
