/** Owns the verbs that come in groups, as the command line names them: `greenroom backup list`, `greenroom policy lint`, `greenroom catalogue show`. */
import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** Receives the exit code. */
type Done = (code: number) => void;

/** `greenroom backup …` */
export const addBackupVerbs = (program: Command, io: Io, done: Done): Command => {
  const backup = program.command('backup').description('the drives that you keep your backups on');
  backup
    .command('register')
    .description('remember an attached drive as your backup drive')
    .argument('[drive]', 'its name, its identity or where it is mounted; needed when several are attached')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (drive: string | undefined, options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).registerBackupDrive(drive, options, io)),
    );
  backup
    .command('list')
    .description('list attached drives and your backup drives, with the day each was last seen')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).listBackupDrives(options, io)),
    );
  backup
    .command('forget')
    .description('forget a backup drive')
    .argument('<drive>', 'its name or its identity')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (drive: string, options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).forgetBackupDrive(drive, options, io)),
    );
  return backup;
};

/** `greenroom policy …` */
export const addPolicyVerbs = (program: Command, io: Io, done: Done): Command => {
  const policy = program.command('policy').description('what the organisation has set, and what is wrong with it');
  policy
    .command('lint')
    .description('name every problem of a policy file with its line and column')
    .argument('<file>', 'a policy in YAML or JSON')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (file: string, options: { json?: boolean }) =>
      done(await (await import('./policy.ts')).lint(file, options, io)),
    );
  policy
    .command('show')
    .description('print what is set, who has set it and where it stands')
    .option('--all', 'print the defaults, too')
    .option('--policy <file>', 'of this policy file')
    .option('--machine <file>', 'of a recorded machine in place of this one')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options: { all?: boolean; json?: boolean; policy?: string; machine?: string }) =>
      done(await (await import('./policy.ts')).show(options, io)),
    );
  return policy;
};

/** `greenroom catalogue …` */
export const addCatalogueVerbs = (program: Command, io: Io, done: Done): Command => {
  const catalogue = program
    .command('catalogue')
    .description('the list of versions, faults and dates that the checks compare with');
  catalogue
    .command('show')
    .description('print the catalogue in use')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./catalogue.ts')).showCatalogue(options, io)),
    );
  catalogue
    .command('verify')
    .description('tell whether a file holds a catalogue signed with this key')
    .argument('<file>', 'the signed catalogue')
    .option('--key <file>', 'the Ed25519 public key of whoever signs it, in PEM form')
    .action(async (file: string, options: { key?: string }) =>
      done(await (await import('./catalogue.ts')).verifyCatalogue(file, options, io)),
    );
  catalogue
    .command('update')
    .description('use a newer signed catalogue from now on')
    .argument('[source]', 'a file or an https address; what the policy names when absent')
    .option('--key <file>', 'the Ed25519 public key of whoever signs it, in PEM form')
    .option('--policy <file>', 'a policy file that names source and key')
    .action(async (source: string | undefined, options: { key?: string; policy?: string }) =>
      done(await (await import('./catalogue.ts')).updateCatalogue(source, options, io)),
    );
  catalogue
    .command('refresh')
    .description('say which makers would be asked for the newest versions of what is installed; with --yes, ask them')
    .option('--yes', 'ask them')
    .action(async (options: { yes?: boolean }) =>
      done(await (await import('./refresh-catalogue.ts')).refreshCatalogue(options, io)),
    );
  return catalogue;
};
