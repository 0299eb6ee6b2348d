/** Owns PowerShell 7 in the place of Windows PowerShell: what it is given runs before stand-ins for what only Windows has. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import { powershellProgram } from '../../../scripts/powershell-tool.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Why it cannot be had here. */
export const withoutPowershell = (): string | undefined =>
  powershellProgram() === undefined
    ? 'it needs PowerShell 7, which npm run prove:tools installs by .NET’s SDK'
    : undefined;

export interface PowerShell {
  /** A folder for what a test writes. */
  readonly folder: string;
  /** Runs one of the scripts that stand here. */
  run(script: string, ...args: readonly string[]): string;
  /** A computer with a powershell.exe, as a scene makes it. */
  machine(scene: string, options?: { readonly culture?: string; readonly constrained?: boolean }): MachinePort;
}

export const preparePowershell = (): PowerShell => {
  const program = powershellProgram() ?? '';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-powershell-'));
  const doubles = path.join(folder, 'Doubles.dll');
  const env = { ...process.env, NO_COLOR: '1', POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };
  const call = (script: string, ...args: readonly string[]): string =>
    execFileSync(program, ['-NoProfile', '-NonInteractive', '-File', here(script), ...args], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    });
  call('build.ps1', '-Doubles', doubles);
  let machines = 0;
  return {
    folder,
    run: (script, ...args) => call(script, ...args),
    machine: (scene, { culture = '', constrained = false } = {}) => {
      machines += 1;
      const root = path.join(folder, `machine-${machines}`);
      mkdirSync(root);
      const standIn = path.join(root, 'windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
      const setup = [
        `. '${here('stand-ins.ps1')}' -Doubles '${doubles}'`,
        `. '${here('computer.ps1')}'`,
        `$Scene = '${scene}'`,
        `. '${here('scenes.ps1')}'`,
        ...(culture === ''
          ? []
          : [
              `[Threading.Thread]::CurrentThread.CurrentCulture = '${culture}'`,
              `[Threading.Thread]::CurrentThread.CurrentUICulture = '${culture}'`,
              `[cultureinfo]::DefaultThreadCurrentCulture = '${culture}'`,
            ]),
        '$code = $env:GREENROOM_TEXT',
        ...(constrained
          ? ['$global:Constrained = $true', "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'"]
          : []),
        // The types that the text names are looked up when it is compiled: that must come after the stand-ins.
        'Invoke-Expression $code',
      ].join('; ');
      writeFileSync(
        standIn,
        `#!/bin/sh
for last; do :; done
case "$*" in
  *-EncodedCommand*) last=$(printf %s "$last" | base64 -d | iconv -f utf-16le -t utf-8) ;;
esac
export NO_COLOR=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off HOME='${folder}'
export GREENROOM_TEXT="$last"
exec '${program}' -NoProfile -NonInteractive -Command "${setup.replaceAll('$', '\\$')}"
`,
      );
      chmodSync(standIn, 0o755);
      return localMachine({
        root,
        host: {
          variables: { SystemRoot: '/windows', SystemDrive: 'C:', SESSIONNAME: 'Console', LOCALAPPDATA: '/local' },
          kernel: '10.0.26200',
          home: '/home',
        },
      });
    },
  };
};
