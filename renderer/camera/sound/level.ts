/** Owns what a microphone's samples say: loudness, and whether that is silence, too quiet, fine or clipping. Pure. */

/** One piece of sound, a few hundredths of a second long. */
export interface Piece {
  /** Loudest sample, 0 to 1. */
  readonly peak: number;
  /** Root mean square, 0 to 1. */
  readonly rms: number;
  /** Every sample is exactly zero: no microphone that is on ever sends that. */
  readonly empty: boolean;
  /** Length in milliseconds. */
  readonly ms: number;
}

export type Verdict = 'listening' | 'muted' | 'silent' | 'too-quiet' | 'good' | 'clipping';

export interface Level {
  /** Loudness now, in decibels below the loudest possible; -100 is nothing. */
  readonly decibels: number;
  readonly verdict: Verdict;
}

/** Decibels below full scale. Not yet held against many real microphones. */
const SILENT_BELOW = -65;
const QUIET_BELOW = -42;
/** A sample so near the end of the scale was most likely beyond it. */
const CLIPPED_AT = 0.99;
/** How far back is listened, and how long before anything is said. */
const HEARD_MS = 4000;
const PATIENCE_MS = 2000;
/** One loud knock is no clipping voice. */
const CLIPPED_PIECES = 3;

export const decibels = (amplitude: number): number => (amplitude <= 0.00001 ? -100 : 20 * Math.log10(amplitude));

export const pieceOf = (samples: Float32Array, sampleRate: number): Piece => {
  let [sum, peak] = [0, 0];
  for (const sample of samples) {
    sum += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  return {
    peak,
    rms: samples.length === 0 ? 0 : Math.sqrt(sum / samples.length),
    empty: peak === 0,
    ms: (samples.length / sampleRate) * 1000,
  };
};

/** The pieces that still count once another has come. */
export const withPiece = (heard: readonly Piece[], piece: Piece): readonly Piece[] => {
  const all = [...heard, piece];
  let length = 0;
  const from = all.findLastIndex((one) => {
    length += one.ms;
    return length > HEARD_MS;
  });
  return all.slice(from + 1);
};

/** What can be said of the last seconds. `muted` is what the system itself says of the microphone. */
export const levelOf = (heard: readonly Piece[], muted: boolean): Level => {
  const now = decibels(heard.at(-1)?.rms ?? 0);
  const length = heard.reduce((sum, piece) => sum + piece.ms, 0);
  const say = (verdict: Verdict): Level => ({ decibels: now, verdict });
  if (muted) return say('muted');
  if (heard.filter((piece) => piece.peak >= CLIPPED_AT).length >= CLIPPED_PIECES) return say('clipping');
  const loudest = decibels(Math.max(0, ...heard.map((piece) => piece.rms)));
  if (loudest >= QUIET_BELOW) return say('good');
  if (length < PATIENCE_MS) return say('listening');
  if (heard.every((piece) => piece.empty)) return say('muted');
  return say(loudest < SILENT_BELOW ? 'silent' : 'too-quiet');
};
