/** Owns `npm run prove:tools`: installs on Debian, as root, what `npm run prove` would otherwise skip. */
import { aptCommand, aptInstall, hasApt, missingTools } from './debian-tools.ts';

const missing = missingTools();
if (missing.length > 0 && hasApt() && process.getuid?.() === 0) aptInstall(missing);
const left = missingTools();
if (left.length === 0) console.info('All that the proofs need is installed.');
else if (hasApt()) console.info(`As root: ${aptCommand(left)}`);
else console.info(`Not installed, and this is no Debian: ${left.join(', ')}`);
