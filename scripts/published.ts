/** Owns the files that are made from the code and published with it: schemas, templates for policies, the manual page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { createProgram } from '../electron/cli/index.ts';
import { processIo } from '../electron/cli/io.ts';
import { placing } from '../electron/cli/usage/help.ts';
import { readYamlPolicy } from '../electron/core/policy/yaml.ts';
import { reportSchema } from '../electron/core/report/schema.ts';
import { adml, admx } from './policy/admx.ts';
import { fixTable } from './policy/fix-table.ts';
import { jamfSchema, policyJsonSchema } from './policy/json-schema.ts';
import { machineTable, notRevealedTable } from './policy/machine-table.ts';
import { mobileconfig } from './policy/mobileconfig.ts';
import { policyTable, withTable } from './policy/table.ts';
import { whenTable } from './policy/when-table.ts';

const schema = (): string =>
  indented({
    ...toJsonSchema(reportSchema, { errorMode: 'ignore' }),
    title: 'Greenroom report',
    description: 'What “greenroom check --json” prints. The name in “schema” changes when the shape does.',
  });

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

const indented = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A profile for Macs that prescribes what an example policy says. */
const profile = (id: string, name: string) => (): string => {
  const file = `docs/policies/${id}.yaml`;
  const { root } = readYamlPolicy(file, readFileSync(pathOf(file), 'utf8'));
  if (root === null) throw new Error(`${file} cannot be read.`);
  return mobileconfig(id, name, root);
};

/** Text for roff: no line may begin with a dot or a quote, and a minus is a minus. */
const roff = (text: string): string =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/gm, '\\&$1');

/** Help of the command line as a manual page, man(7). */
const manual = (): string => {
  const program = createProgram(processIo(), () => {});
  const verbs = program.commands
    .flatMap((verb) => (verb.commands.length > 0 ? verb.commands : [verb]))
    .map((command) => {
      const help = command.createHelp();
      const options = help
        .visibleOptions(command)
        .filter((option) => option.long !== '--help')
        .map((option) => `.TP\n.B ${roff(help.optionTerm(option))}\n${roff(option.description)}\n`);
      const words = [
        ...(command.parent === program ? [] : [command.parent?.name() ?? '']),
        command.name(),
        ...command.registeredArguments.map((argument) =>
          argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
        ),
      ];
      return `.SS greenroom ${roff(words.join(' '))}\n${roff(command.description())}.\n${options.join('')}`;
    });
  return `.TH GREENROOM 1 "" "Greenroom ${program.version() ?? ''}" "User Commands"
.SH NAME
greenroom \\- check this computer before an online meeting
.SH SYNOPSIS
.B greenroom
.I verb
.RI [ options ]
.SH DESCRIPTION
${roff(program.description())}
Nothing leaves the computer, nothing on it is changed but by “greenroom fix”, and no administrator rights are asked for.
.PP
${roff(placing())}
.SH VERBS
${verbs.join('')}.SH EXIT STATUS
.TS
tab(@);
l l.
0@ready; inspect: official link, or an installer from its maker
10@you can join, something to do; inspect: an installer with something to look at
20@not ready; inspect: suspicious
30@not enough could be checked; inspect: a server, or an origin, that Greenroom does not know
40@inspect only: no meeting link in it, no known installer
64@wrong usage
65@bad input: policy, recording, invitation or catalogue file
70@a fault in Greenroom itself
130@stopped with Ctrl-C (128 and the number of the signal)
.TE
.SH ENVIRONMENT
.TP
.B GREENROOM_STATE
An absolute path: the folder for the stored report, in place of the usual one.
.TP
.B NO_COLOR
When set and not empty, no colours are used.
`;
};

/** Path from the project's root → content. */
export const published: ReadonlyMap<string, () => string> = new Map([
  ['docs/report.schema.json', schema],
  ['docs/greenroom.1', manual],
  ['docs/policy.schema.json', () => indented(policyJsonSchema())],
  [
    'docs/administration.md',
    () =>
      withTable(
        withTable(readFileSync(pathOf('docs/administration.md'), 'utf8'), 'policy keys', policyTable()),
        'when',
        whenTable(),
      ),
  ],
  [
    'docs/verification.md',
    () =>
      withTable(
        withTable(readFileSync(pathOf('docs/verification.md'), 'utf8'), 'recorded computers', machineTable()),
        'what systems show to no program',
        notRevealedTable(),
      ),
  ],
  ['docs/fixes.md', () => withTable(readFileSync(pathOf('docs/fixes.md'), 'utf8'), 'fixes', fixTable())],
  ['build/policies/windows/greenroom.admx', admx],
  ['build/policies/windows/en-US/greenroom.adml', adml],
  ['build/policies/macos/jamf-schema.json', () => indented(jamfSchema())],
  ['build/policies/macos/home.mobileconfig', profile('home', 'Greenroom at home')],
  ['build/policies/macos/office.mobileconfig', profile('office', 'Greenroom in an office')],
  ['build/policies/macos/public-body.mobileconfig', profile('public-body', 'Greenroom in a public body')],
]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, make] of published) {
    mkdirSync(path.dirname(pathOf(file)), { recursive: true });
    writeFileSync(pathOf(file), make());
  }
}
