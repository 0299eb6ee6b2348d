/**
 * Owns the network's arithmetic, on rows × columns × channels in single precision. "Same" padding as TensorFlow counts it:
 * what is missing is added around the picture, an odd row or column at the end.
 */
import type { Shape } from './model-file.ts';

/** Typed arrays are read within their bounds here; the type only says that one could fail to. */
const at = (values: Float32Array, index: number): number => values[index] as number;

/** 1 × 1: the most of the work. Four results at once, so that each input is read a quarter as often. */
export const pointwise = (
  input: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  output: Float32Array,
  channelsIn: number,
): void => {
  const channelsOut = bias.length;
  const pixels = input.length / channelsIn;
  for (let pixel = 0, to = 0, from = 0; pixel < pixels; pixel += 1, to += channelsOut, from += channelsIn) {
    let out = 0;
    for (; out + 4 <= channelsOut; out += 4) {
      const w0 = out * channelsIn;
      const w1 = w0 + channelsIn;
      const w2 = w1 + channelsIn;
      const w3 = w2 + channelsIn;
      let a = at(bias, out);
      let b = at(bias, out + 1);
      let c = at(bias, out + 2);
      let d = at(bias, out + 3);
      for (let k = 0; k < channelsIn; k += 1) {
        const value = at(input, from + k);
        a += value * at(weights, w0 + k);
        b += value * at(weights, w1 + k);
        c += value * at(weights, w2 + k);
        d += value * at(weights, w3 + k);
      }
      output[to + out] = a;
      output[to + out + 1] = b;
      output[to + out + 2] = c;
      output[to + out + 3] = d;
    }
    for (; out < channelsOut; out += 1) {
      let sum = at(bias, out);
      for (let k = 0; k < channelsIn; k += 1) sum += at(input, from + k) * at(weights, out * channelsIn + k);
      output[to + out] = sum;
    }
  }
};

interface Window {
  readonly from: Shape;
  readonly to: Shape;
  /** Rows and columns of the kernel, which is square. */
  readonly size: number;
  readonly stride: number;
}

/** Rows or columns that are added before the first. */
const padding = (from: number, to: number, size: number, stride: number): number =>
  Math.floor(Math.max((to - 1) * stride + size - from, 0) / 2);

/** The patch of every result, one after another: a convolution over patches is a `pointwise` one. */
export const patches = (input: Float32Array, output: Float32Array, { from, to, size, stride }: Window): void => {
  const top = padding(from.height, to.height, size, stride);
  const left = padding(from.width, to.width, size, stride);
  const { channels } = from;
  output.fill(0);
  for (let y = 0, place = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      for (let row = 0; row < size; row += 1) {
        const line = y * stride - top + row;
        for (let column = 0; column < size; column += 1, place += channels) {
          const across = x * stride - left + column;
          if (line < 0 || line >= from.height || across < 0 || across >= from.width) continue;
          const source = (line * from.width + across) * channels;
          for (let k = 0; k < channels; k += 1) output[place + k] = at(input, source + k);
        }
      }
    }
  }
};

/** Each channel for itself. Weights: row × column × channel. */
export const depthwise = (
  input: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  output: Float32Array,
  { from, to, size, stride }: Window,
): void => {
  const top = padding(from.height, to.height, size, stride);
  const left = padding(from.width, to.width, size, stride);
  const channels = from.channels;
  const sources = new Int32Array(size * size);
  const factors = new Int32Array(size * size);
  for (let y = 0, place = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1, place += channels) {
      let taps = 0;
      for (let row = 0; row < size; row += 1) {
        const line = y * stride - top + row;
        if (line < 0 || line >= from.height) continue;
        for (let column = 0; column < size; column += 1) {
          const across = x * stride - left + column;
          if (across < 0 || across >= from.width) continue;
          sources[taps] = (line * from.width + across) * channels;
          factors[taps] = (row * size + column) * channels;
          taps += 1;
        }
      }
      for (let k = 0; k < channels; k += 1) {
        let sum = at(bias, k);
        for (let tap = 0; tap < taps; tap += 1) {
          sum += at(input, (sources[tap] as number) + k) * at(weights, (factors[tap] as number) + k);
        }
        output[place + k] = sum;
      }
    }
  }
};

/** Twice the rows and columns: each input makes 2 × 2 results of its own. One result channel. */
export const doubling = (
  input: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  output: Float32Array,
  from: Shape,
): void => {
  const { height, width, channels } = from;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const source = (y * width + x) * channels;
      for (let corner = 0; corner < 4; corner += 1) {
        let sum = at(bias, 0);
        for (let k = 0; k < channels; k += 1) sum += at(input, source + k) * at(weights, corner * channels + k);
        output[(2 * y + (corner >> 1)) * 2 * width + 2 * x + (corner & 1)] = sum;
      }
    }
  }
};

/** The mean of each channel over the whole picture. */
export const average = (input: Float32Array, output: Float32Array): void => {
  const channels = output.length;
  output.fill(0);
  for (let from = 0; from < input.length; from += channels) {
    for (let k = 0; k < channels; k += 1) output[k] = at(output, k) + at(input, from + k);
  }
  for (let k = 0; k < channels; k += 1) output[k] = (at(output, k) * channels) / input.length;
};

/** The source rows (or columns) of each result, with half-pixel centres. */
const between = (from: number, to: number) =>
  Array.from({ length: to }, (_, n) => {
    const place = Math.max(0, ((n + 0.5) * from) / to - 0.5);
    const low = Math.min(Math.floor(place), from - 1);
    return { low, high: Math.min(low + 1, from - 1), share: place - low };
  });

export const resizeBilinear = (input: Float32Array, output: Float32Array, from: Shape, to: Shape): void => {
  const { channels } = from;
  const columns = between(from.width, to.width);
  let place = 0;
  for (const row of between(from.height, to.height)) {
    const upper = row.low * from.width;
    const lower = row.high * from.width;
    for (const column of columns) {
      const a = (upper + column.low) * channels;
      const b = (upper + column.high) * channels;
      const c = (lower + column.low) * channels;
      const d = (lower + column.high) * channels;
      for (let k = 0; k < channels; k += 1, place += 1) {
        const above = at(input, a + k) + (at(input, b + k) - at(input, a + k)) * column.share;
        const below = at(input, c + k) + (at(input, d + k) - at(input, c + k)) * column.share;
        output[place] = above + (below - above) * row.share;
      }
    }
  }
};

export const add = (one: Float32Array, other: Float32Array, output: Float32Array): void => {
  for (let n = 0; n < output.length; n += 1) output[n] = at(one, n) + at(other, n);
};

/** `factors` holds one number for each channel. */
export const scaleChannels = (input: Float32Array, factors: Float32Array, output: Float32Array): void => {
  const channels = factors.length;
  for (let from = 0; from < input.length; from += channels) {
    for (let k = 0; k < channels; k += 1) output[from + k] = at(input, from + k) * at(factors, k);
  }
};

export const relu = (input: Float32Array, output: Float32Array): void => {
  for (let n = 0; n < output.length; n += 1) output[n] = Math.max(0, at(input, n));
};

export const hardSwish = (input: Float32Array, output: Float32Array): void => {
  for (let n = 0; n < output.length; n += 1) {
    const value = at(input, n);
    output[n] = (value * Math.min(6, Math.max(0, value + 3))) / 6;
  }
};

export const sigmoid = (input: Float32Array, output: Float32Array): void => {
  for (let n = 0; n < output.length; n += 1) output[n] = 1 / (1 + Math.exp(-at(input, n)));
};
