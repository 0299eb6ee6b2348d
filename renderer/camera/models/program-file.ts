/** Owns reading files that the program brings along for its workers: models and compiled programs. */

/** Only in a worker: the page itself may connect to nothing. `url` is what Vite gives for `import url from './x?url'`. */
export const readProgramFile = async (url: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await fetch(new URL(url, location.href));
  if (!response.ok) throw new Error(`${url} is not there: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
