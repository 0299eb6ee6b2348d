/** Owns running ONNX models: ONNX Runtime compiled to WebAssembly, on the processor alone. Only in workers. */

import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { readProgramFile } from './program-file.ts';

export interface OnnxModel {
  /** `input` channel by channel, each row by row. */
  run(input: Float32Array, channels: number, height: number, width: number): Promise<OnnxResult>;
}
export interface OnnxResult {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

let program: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** Throws when the runtime does not start, as without vector instructions, or when the file is no model. */
export const loadOnnxModel = async (url: string): Promise<OnnxModel> => {
  program ??= readProgramFile(wasmUrl);
  const [wasm, bytes] = await Promise.all([program, readProgramFile(url)]);
  env.wasm.wasmBinary = wasm.buffer;
  // More would need memory that threads share, which the page does not offer.
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    run: async (input, channels, height, width) => {
      const tensor = new Tensor('float32', input, [1, channels, height, width]);
      const { [outputName]: output } = await session.run({ [inputName]: tensor });
      if (!(output?.data instanceof Float32Array)) throw new Error('The model gives no numbers of single precision.');
      return { values: output.data, shape: output.dims };
    },
  };
};
