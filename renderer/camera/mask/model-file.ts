/**
 * Owns reading a TensorFlow Lite file as far as the segmentation network needs it; what it does not know it refuses.
 * Numbers of fields and operators are those of TensorFlow's `schema.fbs`, version 3.
 */
import { FlatTable } from './flat-buffer.ts';

const operators = {
  0: 'add',
  1: 'average-pool',
  3: 'convolution',
  4: 'depthwise',
  6: 'dequantize',
  14: 'sigmoid',
  18: 'multiply',
  19: 'relu',
  23: 'resize-bilinear',
  /** "Custom": MediaPipe's own transposed convolution with a bias is the only one in this network. */
  32: 'transposed-convolution',
  117: 'hard-swish',
} as const;
export type Operator = Exclude<(typeof operators)[keyof typeof operators], 'dequantize'>;

/** Rows × columns × channels, channels next to each other; the batch, always one, is left out. */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export interface Operation {
  readonly operator: Operator;
  /** Numbers of tensors. */
  readonly inputs: readonly number[];
  readonly output: number;
  readonly stride: number;
}

export interface Model {
  readonly shapes: readonly Shape[];
  /** Weights by number of tensor. */
  readonly weights: ReadonlyMap<number, Float32Array>;
  readonly operations: readonly Operation[];
  readonly input: number;
  readonly output: number;
}

const HALF_FLOAT = 1;

/** IEEE 754 half precision, as the file keeps its weights. */
const fromHalf = (half: number): number => {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
};

const halves = (bytes: DataView): Float32Array =>
  Float32Array.from({ length: bytes.byteLength / 2 }, (_, n) => fromHalf(bytes.getUint16(2 * n, true)));

const shapeOf = (sizes: readonly number[]): Shape => {
  const [height = 1, width = 1, channels = 1] = sizes.length === 4 ? sizes.slice(1) : [1, 1, sizes.at(-1) ?? 1];
  return { height, width, channels };
};

const operatorOf = (code: FlatTable): (typeof operators)[keyof typeof operators] => {
  const number = Math.max(code.byte(0), code.integer(3));
  const operator = operators[number as keyof typeof operators];
  if (operator === undefined) throw new Error(`The network has an operator that Greenroom does not know: ${number}.`);
  return operator;
};

const only = (numbers: readonly number[]): number => {
  const [first] = numbers;
  if (first === undefined || numbers.length > 1) throw new Error('The network has not one input and one output.');
  return first;
};

/** Throws on a file that is damaged, or of a network of another kind. */
export const readModel = (file: ArrayBuffer): Model => {
  const root = FlatTable.root(file);
  const codes = root.tables(1).map(operatorOf);
  const [graph] = root.tables(2);
  if (graph === undefined) throw new Error('The file has no network.');
  const buffers = root.tables(4);
  const tensors = graph.tables(0);
  const shapes = tensors.map((tensor) => shapeOf(tensor.integers(0)));
  const weights = new Map<number, Float32Array>();
  const operations: Operation[] = [];
  for (const step of graph.tables(3)) {
    const operator = codes[step.integer(0)];
    const inputs = step.integers(1);
    const output = only(step.integers(2));
    if (operator === undefined) throw new Error('The network has a step without an operator.');
    if (operator !== 'dequantize') {
      const stride = operator === 'transposed-convolution' ? 2 : (step.table(4)?.integer(1, 1) ?? 1);
      operations.push({ operator, inputs, output, stride });
      continue;
    }
    const source = tensors[only(inputs)];
    const buffer = buffers[source?.integer(2) ?? -1];
    if (source?.byte(1) !== HALF_FLOAT || buffer === undefined) throw new Error('Weights are not of half precision.');
    weights.set(output, halves(buffer.bytes(0)));
  }
  return { shapes, weights, operations, input: only(graph.integers(1)), output: only(graph.integers(2)) };
};
