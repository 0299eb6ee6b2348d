/** Owns how the PowerShell scripts are handed to PowerShell: the one that reads facts, and a small one for policies. */
import facts from './facts.ps1?raw';
import policy from './policy.ps1?raw';

/** Windows refuses longer command lines; the script has to leave room for the program and its other arguments. */
export const MAX_COMMAND_LINE = 32_767;

/** Stand for the scripts in reports and recordings, so that a newer script still answers to an older recording. */
export const SCRIPT_NAME = 'facts.ps1';
export const POLICY_SCRIPT_NAME = 'policy.ps1';

/**
 * Comments and indentation are for whoever reviews the script; the command line is too short for them. It is handed over
 * as plain text: encoded, it would be nearly three times as long, and protection programs distrust what they cannot read.
 * Nothing is ever put into it.
 */
const encodedCommand = (script: string): string =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');

export const scriptText = encodedCommand(facts);
export const policyScriptText = encodedCommand(policy);

const options = ['-NoProfile', '-NonInteractive', '-Command'] as const;
export const scriptArguments = [...options, SCRIPT_NAME] as const;
export const policyScriptArguments = [...options, POLICY_SCRIPT_NAME] as const;
