/** Owns how often a proof by repetition repeats: all of it, or the share of it that `GREENROOM_PROVE_SHARE` names, from 0 to 1. */
const share = Number(process.env.GREENROOM_PROVE_SHARE ?? 1);

export const rounds = (all: number): number => Math.max(1, Math.ceil(all * share));
