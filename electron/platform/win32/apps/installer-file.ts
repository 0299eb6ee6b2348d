/** Owns looking at one installer on Windows: the mark of the web on it, and its signature. */

import * as v from 'valibot';
import type { Signature } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import type { InstallerReader } from '../../installer-reader.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { systemProgram } from '../system-program.ts';
import { signatureIn, signatureSchema } from './authenticode.ts';
import { zoneOf } from './zone-identifier.ts';

/**
 * The path stands in the script as base64 of its UTF-8 bytes: whatever a file is called, none of it is read as a command.
 * Nothing but ASCII is printed, whatever the console's code page.
 */
const scriptFor = (path: string): string =>
  [
    "$ErrorActionPreference='Stop'",
    "$ProgressPreference='SilentlyContinue'",
    `$p=[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${Buffer.from(path, 'utf8').toString('base64')}'))`,
    '$s=Get-AuthenticodeSignature -LiteralPath $p',
    "$n='';if($s.SignerCertificate){$n=$s.SignerCertificate.Subject}",
    "$j=ConvertTo-Json -Compress ([ordered]@{path='';status=[int]$s.Status;subject=$n})",
    "[Console]::Out.WriteLine([regex]::Replace($j,'[^ -~]',{param($m) '\\u{0:x4}' -f [int][char]$m.Value}))",
  ].join('\n');

const signature = async (machine: Machine, path: string): Promise<Signature | null> => {
  const encoded = Buffer.from(scriptFor(path), 'utf16le').toString('base64');
  const result = await machine.run(
    systemProgram(machine, 'WindowsPowerShell\\v1.0\\powershell.exe'),
    ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
    // Asking whether a certificate was called back may wait for a server.
    { timeoutMs: 30_000 },
  );
  try {
    const printed = v.safeParse(signatureSchema, JSON.parse(result?.stdout ?? ''));
    return printed.success ? signatureIn(printed.output) : null;
  } catch {
    return null;
  }
};

export const installerFile: InstallerReader = async (machine, path) => {
  const [from, found = null] = await Promise.all([zoneOf(machine, path), optional(signature(machine, path))]);
  const gaps = [
    ...(from === undefined ? [reasons.fetchedFrom] : []),
    ...(found === null ? [reasons.signer({ system: product('Windows') })] : []),
  ];
  return { from: from ?? [], signature: found, gaps };
};
