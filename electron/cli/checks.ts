/** Owns `greenroom checks`: the list of checks as text or data. */
import { checks } from '../core/checks/index.ts';
import { checksData, checksText } from '../core/view/text.ts';
import { type Io, painterFor, widthFor } from './io.ts';

export const runChecksList = (options: { readonly json?: boolean }, io: Io): Promise<number> => {
  io.stdout.write(
    options.json === true
      ? `${JSON.stringify(checksData(checks), null, 2)}\n`
      : checksText(checks, painterFor(io), widthFor(io)),
  );
  return Promise.resolve(0);
};
