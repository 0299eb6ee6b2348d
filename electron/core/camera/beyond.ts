/** Owns how sure an observation is: half at its limit, whole at a value that leaves no doubt. */
export const confidenceRamp = (value: number, limit: number, sure: number): number =>
  Math.min(1, Math.max(0.5, 0.5 + (0.5 * (value - limit)) / (sure - limit)));
