/** The notices name every library that the camera's compiled programs say they were compiled from. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cameraLicences } from '../../scripts/camera/licences.ts';

const programs = [
  'node_modules/@litertjs/core/wasm/litert_wasm_internal.wasm',
  'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
];
/** By the folders of their sources. `gloop` is Google's own base library, published with LiteRT. */
const names: Readonly<Record<string, string>> = {
  absl: 'Abseil',
  abseil_cpp: 'Abseil',
  emscripten: 'Emscripten',
  gloop: 'LiteRT',
  ml_drift: 'ML Drift',
  odml: 'LiteRT',
  onnx: 'ONNX',
  protobuf: 'protobuf',
  re2: 'RE2',
  ruy: 'ruy',
  tcmalloc: 'TCMalloc',
  tensorflow: 'TensorFlow',
};

test.each(programs)('%s', async (program) => {
  const strings = readFileSync(program, 'latin1');
  const sources = [...strings.matchAll(/third_party\/([\w.-]+)\/|_deps\/([\w.-]+)-src/g)].map(
    ([, google, cmake]) => google ?? cmake ?? '',
  );
  expect(sources.length).toBeGreaterThan(10);
  const notices = (await cameraLicences()).join('\n');
  const unnamed = [...new Set(sources)].filter((source) => !notices.includes(names[source] ?? `“${source}”`));
  expect(unnamed).toEqual([]);
});
