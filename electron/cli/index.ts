/** Owns the command line: its verbs, their options and help, and how errors become exit codes. */

import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { languages } from '../core/messages/language.ts';
import { localise } from '../core/messages/localise.ts';
import { asMessage } from '../core/messages/messages.ts';
import { says } from '../core/messages/says.ts';
import { term } from '../core/messages/value.ts';
import { InputError, inputProblem } from '../core/text/input-error.ts';
import { StorageError } from '../engine/storage/files/storage-error.ts';
import { BAD_INPUT, INTERNAL_FAULT, NOT_PUBLISHED, NotPublished, WRONG_USAGE, WrongUsage } from './exit.ts';
import { type Io, warn } from './io.ts';
import { speak } from './speak.ts';
import { exitCodeHelp, help, placing } from './usage/help.ts';
import { meantWords } from './usage/meant-words.ts';
import { helpTitle, usageError } from './usage/usage-error.ts';
import { addBackupVerbs, addCatalogueVerbs, addPolicyVerbs } from './verbs/groups.ts';

const words = says('cli', {
  seeHelp: 'Run “{command}” to see how it is used.',
  wentWrong: 'something went wrong in Greenroom itself. {error}',
});

/** All values of an option that may be given more than once. */
const gathered = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Verbs that keep nothing and read nothing that was kept. */
const withoutFolder: ReadonlySet<string> = new Set(['inspect', 'record', 'lint', 'words', 'checks', 'help']);

/** "greenroom policy lint". */
const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/**
 * The program's verbs. Each loads its own code when it is called, so that the others do not pay for it. `done` receives
 * the exit code.
 */
export const createProgram = (io: Io, done: (code: number) => void): Command => {
  const program = new Command('greenroom')
    .description(help.program)
    .version(packageJson.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [verb]', help.helpCommand)
    // “--timeout=20”: a value of its own, behind a link, is refused by the rules that Windows' runtime has for a start.
    .configureHelp({ optionTerm: ({ flags }) => flags.replace(' <', '=<'), styleTitle: helpTitle })
    .addHelpText('after', `\n${placing()}\n${exitCodeHelp()}`)
    .showHelpAfterError(words.seeHelp({ command: term('greenroom --help') }))
    // Not told while English is the only one for people.
    .addOption(new Option('--lang <language>').choices(languages).env('GREENROOM_LANG').hideHelp())
    .hook('preAction', async (_program, command) => {
      if (withoutFolder.has(command.name())) return;
      const { answerOfOwnFolder } = await import('./own-folder.ts');
      await answerOfOwnFolder();
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(usageError(text)),
    });

  program
    .command('check')
    .description(help.checkVerb)
    .option('--only <ids>', help.checkOnlyIds)
    .option('--policy <file>', help.policy)
    .option('--machine <file>', help.checkMachineFile)
    .option('--now <time>', help.checkNowTime)
    .option('--timeout <seconds>', help.timeout)
    .option('--details', help.checkDetails)
    .option('--json', help.json)
    .option('--format <name>', help.checkFormatName)
    .action(async (options) => done(await (await import('./verbs/check.ts')).runCheck(options, io)));

  program
    .command('inspect')
    .description(help.inspectVerb)
    .argument('[link]', help.inspectLink)
    .option('--batch', help.inspectBatch)
    .option('--json', help.json)
    .action(async (link: string | undefined, options: { batch?: boolean; json?: boolean }) => {
      const { runInspect } = await import('./inspect/inspect.ts');
      const given = [
        ...(link === undefined ? [] : [link]),
        ...(options.batch === true ? ['--batch'] : []),
        ...(options.json === true ? ['--json'] : []),
      ];
      done(await runInspect(given, io));
    });

  program
    .command('join')
    .description(help.joinVerb)
    .argument('<link>', help.joinLink)
    .action(async (link: string) => done(await (await import('./verbs/join.ts')).runJoin(link, io)));

  program
    .command('next')
    .description(help.nextVerb)
    .option('--calendar <source>', help.nextCalendarSource, gathered)
    .option('--policy <file>', help.policy)
    .option('--machine <file>', help.nextMachineFile)
    .option('--now <time>', help.nextNowTime)
    .option('--timeout <seconds>', help.timeout)
    .option('--json', help.json)
    .action(async (options) => done(await (await import('./verbs/meeting/next.ts')).runNext(options, io)));

  program
    .command('calendars')
    .description(help.calendarsVerb)
    .option('--use', help.calendarsUse)
    .option('--stop', help.calendarsStop)
    .option('--show <id>', help.calendarsShowId)
    .option('--hide <id>', help.calendarsHideId)
    .option('--json', help.json)
    .action(async (options) => done(await (await import('./verbs/meeting/calendars.ts')).runCalendars(options, io)));

  program
    .command('connection')
    .description(help.connectionVerb)
    .argument('[service]', help.connectionService)
    .option('--json', help.json)
    .action(async (service: string | undefined, options: { json?: boolean }) =>
      done(await (await import('./connection/connection.ts')).runConnection(service, options, io)),
    );

  program
    .command('checks')
    .description(help.checksVerb)
    .option('--json', help.json)
    .option('--intune-rules', help.checksIntuneRules)
    .action(async (options) => done(await (await import('./verbs/checks.ts')).runChecksList(options, io)));

  program
    .command('sharing')
    .description(help.sharingVerb)
    .option('--json', help.json)
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./verbs/sharing.ts')).runSharing(options, io)),
    );

  program
    .command('fix')
    .description(help.fixVerb)
    .argument('[id]', help.fixId)
    .option('--list', help.fixList)
    .option('--undo', help.fixUndo)
    .option('--json', help.json)
    .action(async (id: string | undefined, options) =>
      done(await (await import('./fix/fix.ts')).runFix(id, options, io)),
    );

  program
    .command('waive')
    .description(help.waiveVerb)
    .argument('[check]', help.waiveCheck)
    .argument('[subject]', help.waiveSubject)
    .option('--until <time>', help.waiveUntilTime)
    .option('--reason <text>', help.waiveReasonText)
    .option('--end', help.waiveEnd)
    .option('--list', help.waiveList)
    .option('--json', help.waiveJson)
    .action(async (check: string | undefined, subject: string | undefined, options) => {
      const name = subject === undefined ? check : `${check}:${subject}`;
      done(await (await import('./verbs/waive.ts')).runWaive(name, options, io));
    });

  program
    .command('confirm')
    .description(help.confirmVerb)
    .argument('[check]', help.confirmCheck)
    .option('--take-back', help.confirmTakeBack)
    .action(async (check: string | undefined, options) =>
      done(await (await import('./verbs/confirm.ts')).runConfirm(check, options, io)),
    );

  program
    .command('words')
    .description(help.wordsVerb)
    .option('--count <number>', help.wordsCountNumber)
    .action(async (options) => done(await (await import('./verbs/words.ts')).runWords(options, io)));

  program
    .command('history')
    .description(help.historyVerb)
    .option('--days <number>', help.historyDaysNumber)
    .option('--json', help.json)
    .action(async (options) => done(await (await import('./verbs/history.ts')).runHistory(options, io)));

  program
    .command('record')
    .description(help.recordVerb)
    .argument('<file>', help.file)
    .option('--overwrite', help.overwrite)
    .addOption(new Option('--no-redact', help.recordNoRedact))
    .action(async (file: string, options) =>
      done(await (await import('./verbs/record.ts')).runRecord(file, options, io)),
    );

  const backup = addBackupVerbs(program, io, done);
  const policy = addPolicyVerbs(program, io, done);

  program
    .command('doctor')
    .description(help.doctorVerb)
    .option('--json', help.json)
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./verbs/doctor.ts')).runDoctor(options, io)),
    );

  program
    .command('support')
    .description(help.supportVerb)
    .argument('[file]', help.file)
    .option('--yes', help.supportYes)
    .option('--overwrite', help.overwrite)
    .action(async (file: string | undefined, options) =>
      done(await (await import('./verbs/doctor.ts')).runSupport(file, options, io)),
    );

  const catalogue = addCatalogueVerbs(program, io, done);

  for (const command of [...program.commands, ...policy.commands, ...catalogue.commands, ...backup.commands])
    command
      .exitOverride()
      .configureOutput(program.configureOutput())
      .showHelpAfterError(words.seeHelp({ command: term(`${pathOf(command)} --help`) }));
  return program;
};

const verbNames = (program: Command): readonly string[] => program.commands.map((command) => command.name());

/** Runs the command line on the words `asked` (without the program's own name); resolves to the exit code and never rejects. */
export const runCli = async (asked: readonly string[], io: Io): Promise<number> => {
  await speak(asked);
  let code = 0;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...meantWords(asked, verbNames(program))], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (error instanceof WrongUsage) {
      warn(io, `greenroom: ${error.message}\n`);
      return WRONG_USAGE;
    }
    if (error instanceof NotPublished) {
      warn(io, `greenroom: ${error.message}\n`);
      return NOT_PUBLISHED;
    }
    if (error instanceof StorageError) {
      io.stderr.write(`greenroom: ${localise(error.text)}\n`);
      return BAD_INPUT;
    }
    if (error instanceof InputError) {
      warn(io, `${inputProblem(error)}\n`);
      return BAD_INPUT;
    }
    warn(
      io,
      `greenroom: ${words.wentWrong({ error: asMessage(error instanceof Error ? (error.stack ?? error.message) : String(error)) })}\n`,
    );
    return INTERNAL_FAULT;
  }
};
