/** Owns running TensorFlow Lite models: LiteRT compiled to WebAssembly, on the processor alone. Only in workers. */
import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';
import scriptUrl from '@litertjs/core/wasm/litert_wasm_internal.js?url';
import wasmUrl from '@litertjs/core/wasm/litert_wasm_internal.wasm?url';
import { readProgramFile } from './program-file.ts';

export interface Model {
  /** Height, width and channels of the picture that it wants. */
  readonly height: number;
  readonly width: number;
  /** `input` row by row, channels next to each other. Gives every output, in the model's order. */
  run(input: Float32Array): Promise<readonly Float32Array[]>;
}

/**
 * LiteRT asks for a graphics card as soon as it is loaded, and warns when there is none. It is not to wake one: it gets a
 * device that is nothing, and then runs on the processor.
 */
const withoutGraphicsCard = (): void => {
  const adapter = { limits: {}, features: new Set(), requestDevice: async () => null };
  Object.defineProperty(navigator, 'gpu', { value: { requestAdapter: async () => adapter }, configurable: true });
};

let started: Promise<unknown> | undefined;

const start = (): Promise<unknown> => {
  withoutGraphicsCard();
  const silent = (): void => {};
  // Where LiteRT's own script looks for its settings.
  Object.assign(globalThis, {
    Module: { locateFile: () => new URL(wasmUrl, location.href).href, print: silent, printErr: silent },
  });
  return loadLiteRt(new URL(scriptUrl, location.href).href);
};

const runOn = async (model: CompiledModel, input: Float32Array, shape: number[]): Promise<readonly Float32Array[]> => {
  const tensor = new Tensor(input, shape);
  const results = await model.run(tensor);
  tensor.delete();
  return results.map((result) => {
    const values = result.toTypedArray();
    result.delete();
    if (!(values instanceof Float32Array)) throw new Error('The model gives no numbers of single precision.');
    return values;
  });
};

/** Throws when the runtime does not start, as without vector instructions, or when the file is no model for one picture. */
export const loadModel = async (url: string): Promise<Model> => {
  started ??= start();
  const [bytes] = await Promise.all([readProgramFile(url), started]);
  const compiled = await loadAndCompile(bytes, { accelerator: 'wasm' });
  const [input, more] = compiled.getInputDetails();
  const [batch, height, width, channels, rest] = input?.shape ?? [];
  if (more !== undefined || batch !== 1 || channels !== 3 || rest !== undefined || !height || !width)
    throw new Error(`${url} is no model for one picture.`);
  return { height, width, run: (values) => runOn(compiled, values, [1, height, width, 3]) };
};
