/** What samples of sound mean: tried with pieces of sound made here. */
import { describe, expect, it } from 'vitest';
import { decibels, levelOf, type Piece, pieceOf, withPiece } from '../../../renderer/camera/sound/level.ts';

const RATE = 48_000;
const LENGTH = 480;
const piece = (amplitude: number): Piece =>
  pieceOf(
    Float32Array.from({ length: LENGTH }, (_, n) =>
      Math.max(-1, Math.min(1, amplitude * Math.sin((2 * Math.PI * 400 * n) / RATE))),
    ),
    RATE,
  );
const after = (...pieces: readonly Piece[]): readonly Piece[] => pieces.reduce<readonly Piece[]>(withPiece, []);
const seconds = (amplitude: number, length: number): readonly Piece[] =>
  Array.from({ length: (length * RATE) / LENGTH }, () => piece(amplitude));
const verdict = (pieces: readonly Piece[], muted = false) => levelOf(after(...pieces), muted).verdict;

describe('the microphone', () => {
  it('is muted when every sample is zero, or when the system says so', () => {
    expect(verdict(seconds(0, 3))).toBe('muted');
    expect(verdict(seconds(0.2, 3), true)).toBe('muted');
  });

  it('is silent, too quiet or good by the loudest of the last seconds', () => {
    expect(verdict(seconds(0.0003, 3))).toBe('silent');
    expect(verdict(seconds(0.004, 3))).toBe('too-quiet');
    expect(verdict(seconds(0.1, 3))).toBe('good');
    expect(verdict([...seconds(0.1, 1), ...seconds(0.0003, 2)])).toBe('good');
    expect(verdict([...seconds(0.1, 1), ...seconds(0.0003, 5)])).toBe('silent');
  });

  it('clips when it is too loud again and again, not at one knock', () => {
    expect(verdict([...seconds(0.1, 2), piece(3), piece(3), piece(3)])).toBe('clipping');
    expect(verdict([...seconds(0.1, 2), piece(3)])).toBe('good');
  });

  it('is given a moment before anything bad is said of it, and none before it is heard', () => {
    expect(verdict(seconds(0, 1))).toBe('listening');
    expect(verdict(seconds(0.004, 1))).toBe('listening');
    expect(verdict(seconds(0.1, 0.1))).toBe('good');
    expect(levelOf([], false)).toEqual({ decibels: -100, verdict: 'listening' });
  });

  it('measures a sine at full scale as three decibels below it', () => {
    expect(decibels(piece(1).rms)).toBeCloseTo(-3.01, 1);
  });
});
