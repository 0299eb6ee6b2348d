/** Owns building a program of its own out of a module, so that processes of it can be started quickly, stopped and killed. */
import path from 'node:path';
import { build } from 'vite';

/** Builds it into this folder; resolves to the file of the program. */
export const buildProgram = async (source: string, folder: string): Promise<string> => {
  const entry = `${path.basename(source, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: entry } },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, entry);
};
