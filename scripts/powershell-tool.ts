/** Owns PowerShell 7 for proofs: where it is, and installing it where .NET's tools are, as that is how it is had everywhere. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const VERSION = '7.6.9';
const TOOLS = path.join(os.homedir(), '.cache', 'greenroom-tools', `powershell-${VERSION}`);
const DOTNET = ['/usr/bin/dotnet', '/usr/share/dotnet/dotnet', '/usr/lib/dotnet/dotnet'];

/** Undefined where there is none. */
export const powershellProgram = (): string | undefined =>
  [path.join(TOOLS, 'pwsh'), '/usr/bin/pwsh'].find((file) => existsSync(file));

const dotnet = (): string | undefined => DOTNET.find((file) => existsSync(file));

export const canInstallPowershell = (): boolean => dotnet() !== undefined;

/** The words of a command that a person may give in our place. */
export const powershellCommand = `dotnet tool install --tool-path ${TOOLS} PowerShell --version ${VERSION}`;

/** Throws what .NET's tool throws. */
export const installPowershell = (): void => {
  const args = ['tool', 'install', '--tool-path', TOOLS, 'PowerShell', '--version', VERSION];
  execFileSync(dotnet() ?? 'dotnet', args, { stdio: 'inherit' });
};
