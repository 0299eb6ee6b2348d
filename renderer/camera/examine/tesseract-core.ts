/** Owns the reader's engine: Tesseract compiled to WebAssembly, as far as it is used here. Only in the worker that may run it. */
import trainedUrl from '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url';
import plainScript from 'tesseract.js-core/tesseract-core-lstm.js?url';
import plainProgram from 'tesseract.js-core/tesseract-core-lstm.wasm?url';
import simdScript from 'tesseract.js-core/tesseract-core-simd-lstm.js?url';
import simdProgram from 'tesseract.js-core/tesseract-core-simd-lstm.wasm?url';

/** Its C++ interface, by the names of Tesseract's `TessBaseAPI`. */
interface BaseApi {
  /** 0 when it succeeded. The second engine mode is the neural one, the only one in this build. */
  Init(dataFolder: null, language: string, engineMode: number): number;
  SetPageSegMode(mode: number): void;
  SetVariable(name: string, value: string): boolean;
  /** Of the file "/input": EXIF orientation (1 is upright), radians to turn it by, whether to make it larger. 0: done. */
  SetImageFile(orientation: number, turn: number, larger: boolean): number;
  /** 0 when it succeeded. */
  Recognize(monitor: null): number;
  GetJSONText(): string;
}
interface Core {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => BaseApi;
}
type CoreFactory = (options: {
  wasmBinary: Uint8Array;
  /** The engine's own remarks. */
  print: (text: string) => void;
  printErr: (text: string) => void;
  TesseractProgress: (percent: number) => void;
}) => Promise<Core>;

export interface Engine {
  readonly api: BaseApi;
  /** The picture to be read next, as a PGM file. */
  give(pgm: Uint8Array): void;
}

const NEURAL = 1;

/** A module with one vector instruction, which an engine without them refuses: i32.const 0, i8x16.splat, i8x16.popcnt, drop. */
const withVectors = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 11, 1, 9, 0, 65, 0, 253, 15, 253, 98, 26, 11,
];

const fileOf = async (url: string): Promise<Response> => {
  const response = await fetch(new URL(url, location.href));
  if (!response.ok) throw new Error(`${url} is not there: ${response.status}`);
  return response;
};

const unpacked = async (packed: Response): Promise<Uint8Array> => {
  if (packed.body === null) throw new Error('The file is empty.');
  return new Uint8Array(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
};

/** Throws when a file is missing or the engine does not start. */
export const loadEngine = async (): Promise<Engine> => {
  const vectors = WebAssembly.validate(Uint8Array.from(withVectors));
  const [script, program] = vectors ? [simdScript, simdProgram] : [plainScript, plainProgram];
  const [wasm, trained] = await Promise.all([fileOf(program), fileOf(trainedUrl).then(unpacked)]);
  importScripts(new URL(script, location.href).href);
  const { TesseractCore } = globalThis as unknown as { readonly TesseractCore: CoreFactory };
  const silent = (): void => {};
  const core = await TesseractCore({
    wasmBinary: new Uint8Array(await wasm.arrayBuffer()),
    print: silent,
    printErr: silent,
    TesseractProgress: silent,
  });
  core.FS.writeFile('eng.traineddata', trained);
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'eng', NEURAL) !== 0) throw new Error('The reader of text did not start.');
  return { api, give: (pgm) => core.FS.writeFile('/input', pgm) };
};
