/** Owns what a time on a clock is, and what turns one into an instant. */

/** A time on the clock at some place, as the milliseconds it would be in UTC. */
export type WallTime = number;

/**
 * The instant (milliseconds since 1970) of a wall time; null where a described zone does not hold for it. One that the
 * clock skips counts on from before the change.
 */
export type Zone = (wall: WallTime) => number | null;
