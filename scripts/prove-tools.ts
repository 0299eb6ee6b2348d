/** Owns `npm run prove:tools`: installs, on Debian as root, what `npm run prove` would otherwise skip. */
import { aptCommand, aptInstall, hasApt, missingTools } from './debian-tools.ts';
import { canInstallPowershell, installPowershell, powershellCommand, powershellProgram } from './powershell-tool.ts';

const missing = missingTools();
if (missing.length > 0 && hasApt() && process.getuid?.() === 0) aptInstall(missing);
if (powershellProgram() === undefined && canInstallPowershell()) installPowershell();
const left = missingTools();
const noPowershell = powershellProgram() === undefined;
if (left.length === 0 && !noPowershell) console.info('All that the proofs need is installed.');
if (left.length > 0 && hasApt()) console.info(`As root: ${aptCommand(left)}`);
else if (left.length > 0) console.info(`Not installed, and this is no Debian: ${left.join(', ')}`);
if (noPowershell) console.info(`With the SDK of .NET: ${powershellCommand}`);
