/** Owns putting a damaged file of Greenroom's out of the way, so that it is neither used nor lost. */
import { rename } from 'node:fs/promises';

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Resolves to a sentence for the person about `subject`: "The file with your settings". */
export const setAside = async (file: string, subject: string, why: unknown): Promise<string> => {
  const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  const kept = await rename(file, aside).then(
    () => `was set aside as ${aside}`,
    (error: unknown) => `could not be set aside: ${message(error)}`,
  );
  return `${subject} is damaged and ${kept}. (${message(why)})`;
};
