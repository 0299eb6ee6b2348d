/** Owns how the one PowerShell script is handed to PowerShell. */
import script from './facts.ps1?raw';

/** Windows refuses longer command lines; the encoded script has to leave room for the program and its other arguments. */
export const MAX_COMMAND_LINE = 32_767;

/** Stands for the encoded script in reports and recordings, so that a newer script still answers to an older recording. */
export const SCRIPT_NAME = 'facts.ps1';

/** Comments and indentation are for whoever reviews the script; the command line is too short for them. */
const withoutComments = script
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))
  .join('\n');

/** As `-EncodedCommand` wants it: base64 of UTF-16, little end first. Nothing is ever put into the script. */
export const encodedScript = Buffer.from(withoutComments, 'utf16le').toString('base64');

export const scriptArguments = ['-NoProfile', '-NonInteractive', '-EncodedCommand', SCRIPT_NAME] as const;
