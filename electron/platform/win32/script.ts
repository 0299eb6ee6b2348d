/** Owns how the PowerShell scripts are handed to PowerShell: the two that read facts, and a small one for policies. */
import facts from './facts.ps1?raw';
import policy from './policy.ps1?raw';
import prelude from './prelude.ps1?raw';
import updates from './updates.ps1?raw';

/** Windows refuses longer command lines; the script has to leave room for the program and its other arguments. */
export const MAX_COMMAND_LINE = 32_767;

export const POLICY_SCRIPT_NAME = 'policy.ps1';

/**
 * Comments and indentation are for whoever reviews the script; the command line is too short for them. It is handed over
 * as plain text: encoded, it would be nearly three times as long, and protection programs distrust what they cannot read.
 * Nothing is ever put into it.
 */
export const handedOver = (script: string): string =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');

export const policyScriptText = handedOver(policy);

/**
 * A script of several sections. Its name stands for its text in reports and recordings, so that a newer script still
 * answers to an older recording.
 */
export interface SectionScript {
  readonly name: string;
  readonly text: string;
  readonly sections: readonly string[];
}

const sectionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^Write-Section '(\w+)'/gm)].map(([, name = '']) => name);

const scriptOf = (name: string, script: string): SectionScript => {
  const text = handedOver(`${prelude}\n${script}`);
  return { name, text, sections: sectionsIn(text) };
};

/** The scripts run beside each other: what Windows Update says may take half a minute. */
export const factScripts: readonly SectionScript[] = [scriptOf('facts.ps1', facts), scriptOf('updates.ps1', updates)];

/** What is left of a script behind one of its sections, with the functions that all of them use. */
export const scriptBehind = ({ name, text, sections }: SectionScript, section: string): SectionScript => {
  const starts = [...text.matchAll(/^Write-Section '(\w+)'/gm)];
  const next = starts.find((_, index) => sections[index - 1] === section);
  const left = next === undefined ? [] : sections.slice(sections.indexOf(section) + 1);
  const functions = text.slice(0, starts[0]?.index);
  return {
    name: `${name.split(' ', 1)[0]} behind ${section}`,
    text: `${functions}${next === undefined ? '' : text.slice(next.index)}`,
    sections: left,
  };
};

/** The words that PowerShell is started with; the name of a script stands for its text. */
export const powershellArguments = (script: string): readonly string[] => [
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  script,
];
