/** Owns the command line: its verbs, their options and help, and how errors become exit codes. */
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type Language, languages, loadLanguage } from '../core/messages/language.ts';
import { setLanguage } from '../core/messages/localise.ts';
import { InputError } from '../core/text/input-error.ts';
import { StorageError } from '../engine/storage/files/storage-error.ts';
import { BAD_INPUT, INTERNAL_FAULT, NOT_PUBLISHED, NotPublished, WRONG_USAGE, WrongUsage } from './exit.ts';
import { type Io, warn } from './io.ts';
import { meantWords } from './meant-words.ts';
import { addBackupVerbs, addCatalogueVerbs, addPolicyVerbs } from './verbs/groups.ts';

/** How to write the words of a call, so that each system takes them. */
export const placing = 'Write an option’s value with “=” (--timeout=20), and a link last.';

const exitCodeHelp = `
Exit codes:
  0   ready                             inspect: official link, or an installer from its maker
  10  you can join, something to do     inspect: an installer with something to look at
  20  not ready                         inspect: suspicious
  30  not enough could be checked       inspect: a server, or an origin, that Greenroom does not know
  40                                    inspect: no meeting link in it, no known installer; next: no meeting ahead
  64  wrong usage
  65  bad input: a policy, recording, invitation or catalogue file; or a file that could not be written
  70  a fault in Greenroom itself
  130 stopped with Ctrl-C (128 and the number of the signal)`;

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
    .description('Am I fit to join? Checks this computer, its meeting apps and its backup before an online meeting.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [verb]', 'print help for a verb')
    // “--timeout=20”: a value of its own, behind a link, is refused by the rules that Windows' runtime has for a start.
    .configureHelp({ optionTerm: ({ flags }) => flags.replace(' <', '=<') })
    .addHelpText('after', `\n${placing}\n${exitCodeHelp}`)
    .showHelpAfterError('Run “greenroom --help” to see how it is used.')
    // Not told while English is the only one for people.
    .addOption(
      new Option('--lang <language>', 'speak this language').choices(languages).env('GREENROOM_LANG').hideHelp(),
    )
    .hook('preAction', async (_program, command) => {
      const { lang = 'en' } = program.opts<{ readonly lang?: Language }>();
      await loadLanguage(lang);
      setLanguage(lang);
      if (withoutFolder.has(command.name())) return;
      const { answerOfOwnFolder } = await import('./own-folder.ts');
      await answerOfOwnFolder();
    })
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });

  program
    .command('check')
    .description('check this computer and print what was found')
    .option('--only <ids>', 'run only these checks, separated by commas')
    .option('--policy <file>', 'judge by this policy file')
    .option('--machine <file>', 'check a recorded machine in place of this one')
    .option('--now <time>', 'judge as if it were this time (ISO 8601)')
    .option('--timeout <seconds>', 'stop waiting after this many seconds (default: 35)')
    .option('--details', 'print everything that was found, with its evidence')
    .option('--json', 'print one JSON object and nothing else')
    .option(
      '--format <name>',
      'print for another tool what the policy shares: line, intune, jamf, prometheus, ocsf, sarif or junit',
    )
    .action(async (options) => done(await (await import('./verbs/check.ts')).runCheck(options, io)));

  program
    .command('inspect')
    .description('check a meeting link, an invitation or an installer')
    .argument('[link]', 'a link, a text, a file.eml or file.ics, an installer, or - for standard input')
    .option('--batch', 'read JSON lines from standard input, print JSON lines')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (link: string | undefined, options: { batch?: boolean; json?: boolean }) => {
      const { runInspect } = await import('./inspect/inspect.ts');
      const words = [
        ...(link === undefined ? [] : [link]),
        ...(options.batch === true ? ['--batch'] : []),
        ...(options.json === true ? ['--json'] : []),
      ];
      done(await runInspect(words, io));
    });

  program
    .command('join')
    .description('check this computer for a meeting, then open its link; if something is in the way, say what')
    .argument('<link>', 'the link of the meeting')
    .action(async (link: string) => done(await (await import('./verbs/join.ts')).runJoin(link, io)));

  program
    .command('next')
    .description('tell the next meeting of your calendars, and whether this computer is fit for it in time')
    .option('--calendar <source>', 'read this file, folder or https address; may be given more than once', gathered)
    .option('--policy <file>', 'judge by this policy file')
    .option('--machine <file>', 'judge a recorded machine in place of this one')
    .option('--now <time>', 'as if it were this time (ISO 8601)')
    .option('--timeout <seconds>', 'stop waiting after this many seconds (default: 35)')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options) => done(await (await import('./verbs/meeting/next.ts')).runNext(options, io)));

  program
    .command('calendars')
    .description('list the calendars that programs on this computer keep, and say which are read for the next meeting')
    .option('--use', 'read the calendars of this computer from now on')
    .option('--stop', 'read them no longer')
    .option('--show <id>', 'read this calendar, though its own program hides it')
    .option('--hide <id>', 'do not read this calendar')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options) => done(await (await import('./verbs/meeting/calendars.ts')).runCalendars(options, io)));

  program
    .command('connection')
    .description('try the connection to a meeting service: ten connections to its host, which is named first')
    .argument('[service]', 'teams, zoom or meet; without it the host of your next meeting')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (service: string | undefined, options: { json?: boolean }) =>
      done(await (await import('./connection/connection.ts')).runConnection(service, options, io)),
    );

  program
    .command('checks')
    .description('list every check: what it reads on each system, and its policy settings')
    .option('--json', 'print one JSON object and nothing else')
    .option('--intune-rules', 'print the rules that Intune’s custom compliance needs beside “check --format=intune”')
    .action(async (options) => done(await (await import('./verbs/checks.ts')).runChecksList(options, io)));

  program
    .command('sharing')
    .description('show what your organisation is told of each check, and where it is written')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./verbs/sharing.ts')).runSharing(options, io)),
    );

  program
    .command('waive')
    .description('snooze a finding of the last report until a day, or bring it back')
    .argument('[check]', 'its check')
    .argument('[subject]', 'of several findings of one check, the one about this: meeting-apps zoom')
    .option('--until <time>', 'the last day (tomorrow, friday, +3d, 2026-12-04), or a time (2026-12-04T17:00)')
    .option('--reason <text>', 'why; needed for more than a day')
    .option('--end', 'bring it back now')
    .option('--list', 'list what is snoozed, by you and by your organisation')
    .option('--json', 'with --list: print one JSON object and nothing else')
    .action(async (check: string | undefined, subject: string | undefined, options) => {
      const name = subject === undefined ? check : `${check}:${subject}`;
      done(await (await import('./verbs/waive.ts')).runWaive(name, options, io));
    });

  program
    .command('confirm')
    .description('give your word on what only you can tell; without a name, list what that is')
    .argument('[check]', 'the check that asks')
    .option('--take-back', 'take your word back')
    .action(async (check: string | undefined, options) =>
      done(await (await import('./verbs/confirm.ts')).runConfirm(check, options, io)),
    );

  program
    .command('words')
    .description('choose random words for a password that you have to remember; they are kept nowhere')
    .option('--count <number>', 'how many, from 3 to 8 (default: 3)')
    .action(async (options) => done(await (await import('./verbs/words.ts')).runWords(options, io)));

  program
    .command('history')
    .description('tell how the checks of the last 90 days came out, day by day')
    .option('--days <number>', 'only so many days, today among them')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options) => done(await (await import('./verbs/history.ts')).runHistory(options, io)));

  program
    .command('record')
    .description(
      'write what the checks read of this computer to a file, with stand-ins for names, addresses and serial numbers',
    )
    .argument('<file>', 'the file to write')
    .option('--overwrite', 'replace the file if it exists')
    .addOption(new Option('--no-redact', 'keep names and addresses'))
    .action(async (file: string, options) =>
      done(await (await import('./verbs/record.ts')).runRecord(file, options, io)),
    );

  const backup = addBackupVerbs(program, io, done);
  const policy = addPolicyVerbs(program, io, done);

  program
    .command('doctor')
    .description('tell why something is not known, and what Greenroom itself stands on')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./verbs/doctor.ts')).runDoctor(options, io)),
    );

  program
    .command('support')
    .description(
      'show what a support file holds (recording, report, log, with stand-ins for names); with --yes, write it',
    )
    .argument('[file]', 'the file to write')
    .option('--yes', 'it was read and may be written')
    .option('--overwrite', 'replace the file if it exists')
    .action(async (file: string | undefined, options) =>
      done(await (await import('./verbs/doctor.ts')).runSupport(file, options, io)),
    );

  const catalogue = addCatalogueVerbs(program, io, done);

  for (const command of [...program.commands, ...policy.commands, ...catalogue.commands, ...backup.commands])
    command
      .exitOverride()
      .configureOutput(program.configureOutput())
      .showHelpAfterError(`Run “${pathOf(command)} --help” to see how it is used.`);
  return program;
};

const verbNames = (program: Command): readonly string[] => program.commands.map((command) => command.name());

/** Runs the command line on `words` (without the program's own name); resolves to the exit code and never rejects. */
export const runCli = async (words: readonly string[], io: Io): Promise<number> => {
  let code = 0;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...meantWords(words, verbNames(program))], { from: 'user' });
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
      io.stderr.write(`greenroom: ${error.message}\n`);
      return BAD_INPUT;
    }
    if (error instanceof InputError) {
      warn(io, `${error.message}\n`);
      return BAD_INPUT;
    }
    warn(
      io,
      `greenroom: something went wrong in Greenroom itself. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return INTERNAL_FAULT;
  }
};
