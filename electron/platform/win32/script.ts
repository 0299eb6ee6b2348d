/** Owns how the one PowerShell script is handed to PowerShell. */
import script from './facts.ps1?raw';

/** Windows refuses longer command lines; the script has to leave room for the program and its other arguments. */
export const MAX_COMMAND_LINE = 32_767;

/** Stands for the script in reports and recordings, so that a newer script still answers to an older recording. */
export const SCRIPT_NAME = 'facts.ps1';

/**
 * Comments and indentation are for whoever reviews the script; the command line is too short for them. It is handed over
 * as plain text: encoded, it would be nearly three times as long, and protection programs distrust what they cannot read.
 * Nothing is ever put into it.
 */
export const scriptText = script
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))
  .join('\n');

export const scriptArguments = ['-NoProfile', '-NonInteractive', '-Command', SCRIPT_NAME] as const;
