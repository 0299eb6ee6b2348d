/** Owns `greenroom checks`: the list of checks as text or data. */

import { checks } from '../../core/checks/index.ts';
import { checksData, checksText } from '../../core/formats/checks-text.ts';
import { intuneRules } from '../../core/formats/intune.ts';
import { says } from '../../core/messages/says.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, painterFor, say, widthFor } from '../io.ts';

const words = says('checks-verb', {
  oneForm: 'Choose one of --json and --intune-rules.',
});

export interface ChecksOptions {
  readonly json?: boolean;
  readonly intuneRules?: boolean;
}

export const runChecksList = ({ json, intuneRules: rules }: ChecksOptions, io: Io): Promise<number> => {
  if (json === true && rules === true) throw new WrongUsage(words.oneForm);
  if (rules === true) io.stdout.write(intuneRules(checks));
  else if (json === true) io.stdout.write(`${asciiJson(checksData(checks), 2)}\n`);
  else say(io, checksText(checks, painterFor(io), widthFor(io)));
  return Promise.resolve(0);
};
