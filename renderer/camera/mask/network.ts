/** Owns running the network: every step with its buffers, laid out once. */
import {
  add,
  average,
  depthwise,
  doubling,
  hardSwish,
  patches,
  pointwise,
  relu,
  resizeBilinear,
  scaleChannels,
  sigmoid,
} from './kernels.ts';
import type { Model, Operation, Operator, Shape } from './model-file.ts';

export interface Network {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, 0 to 1; filled by the caller before `run`. */
  readonly input: Float32Array;
  /** Of each pixel, 0 to 1. The same array every time. */
  run(): Float32Array;
}

const lengthOf = ({ height, width, channels }: Shape): number => height * width * channels;

/** These can write where they read. */
const inPlace: ReadonlySet<Operator> = new Set(['relu', 'hard-swish', 'sigmoid', 'multiply']);

export const layOut = ({ shapes, weights, operations, input, output }: Model): Network => {
  const shape = (tensor: number): Shape => {
    const found = shapes[tensor];
    if (found === undefined) throw new Error(`The network has no tensor ${tensor}.`);
    return found;
  };
  const uses = new Map<number, number>();
  for (const { inputs } of operations) for (const tensor of inputs) uses.set(tensor, (uses.get(tensor) ?? 0) + 1);
  const buffers = new Map<number, Float32Array>([...weights, [input, new Float32Array(lengthOf(shape(input)))]]);
  const buffer = (tensor: number | undefined): Float32Array => {
    const found = buffers.get(tensor ?? -1);
    if (found === undefined) throw new Error(`The network reads tensor ${tensor} before it is there.`);
    return found;
  };

  const step = ({ operator, inputs, output: target, stride }: Operation): (() => void) => {
    const [first = -1, second, third] = inputs;
    const from = shape(first);
    const to = shape(target);
    const read = buffer(first);
    const reuse = inPlace.has(operator) && uses.get(first) === 1 && lengthOf(from) === lengthOf(to);
    const written = reuse ? read : new Float32Array(lengthOf(to));
    buffers.set(target, written);
    switch (operator) {
      case 'convolution': {
        const [kernel, bias] = [buffer(second), buffer(third)];
        const size = shape(second ?? -1).height;
        if (size === 1 && stride === 1) return () => pointwise(read, kernel, bias, written, from.channels);
        const each = size * size * from.channels;
        const laid = new Float32Array(to.height * to.width * each);
        return () => {
          patches(read, laid, { from, to, size, stride });
          pointwise(laid, kernel, bias, written, each);
        };
      }
      case 'depthwise': {
        const [kernel, bias] = [buffer(second), buffer(third)];
        const size = shape(second ?? -1).height;
        return () => depthwise(read, kernel, bias, written, { from, to, size, stride });
      }
      case 'transposed-convolution': {
        const [kernel, bias] = [buffer(second), buffer(third)];
        if (kernel.length !== 4 * from.channels || to.channels !== 1) throw new Error('Only a doubling is known.');
        return () => doubling(read, kernel, bias, written, from);
      }
      case 'average-pool':
        if (to.height * to.width !== 1) throw new Error('Only a mean over the whole picture is known.');
        return () => average(read, written);
      case 'multiply': {
        const factors = buffer(second);
        if (factors.length !== from.channels) throw new Error('Only one factor for each channel is known.');
        return () => scaleChannels(read, factors, written);
      }
      case 'add': {
        const other = buffer(second);
        if (other.length !== read.length) throw new Error('Only a sum of equal shapes is known.');
        return () => add(read, other, written);
      }
      case 'resize-bilinear':
        return () => resizeBilinear(read, written, from, to);
      case 'relu':
        return () => relu(read, written);
      case 'hard-swish':
        return () => hardSwish(read, written);
      case 'sigmoid':
        return () => sigmoid(read, written);
    }
  };
  const steps = operations.map(step);
  const result = buffer(output);
  const { width, height } = shape(input);
  return {
    width,
    height,
    input: buffer(input),
    run: () => {
      for (const one of steps) one();
      return result;
    },
  };
};
